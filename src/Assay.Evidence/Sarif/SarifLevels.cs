using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.Sarif;

internal enum SarifLevel { None, Note, Warning, Error }

/// <summary>The closed lists of SARIF; a word that stands in none of them is a mistake, since passing over it could pass over a finding.</summary>
internal static class SarifLevels
{
    internal static Severity? Severity(this SarifLevel level) => level switch
    {
        SarifLevel.Error => Core.Observations.Severity.Error,
        SarifLevel.Warning => Core.Observations.Severity.Warning,
        SarifLevel.Note => Core.Observations.Severity.Note,
        _ => null,
    };

    internal static SarifLevel? Take(JsonPull json) => json.TakeText() switch
    {
        null => null,
        "none" => SarifLevel.None,
        "note" => SarifLevel.Note,
        "warning" => SarifLevel.Warning,
        "error" => SarifLevel.Error,
        _ => throw json.Mistake(EvidenceErrors.Unreadable, "'level' is none of none, note, warning, error"),
    };

    /// <summary>The level of a reportingConfiguration, whose object has been stepped into.</summary>
    internal static SarifLevel? ReadConfiguration(JsonPull json)
    {
        SarifLevel? level = null;
        while (json.NextKey())
        {
            if (json.Key == "level")
            {
                level = Take(json);
            }
            else
            {
                json.Skip();
            }
        }
        return level;
    }

    /// <summary>A word of a closed list; null where it is <c>null</c>.</summary>
    internal static string? TakeOneOf(JsonPull json, params ReadOnlySpan<string> words)
    {
        var key = json.Key;
        var word = json.TakeText();
        return word is null || words.Contains(word) ? word
            : throw json.Mistake(EvidenceErrors.Unreadable, $"'{key}' is none of {string.Join(", ", words.ToArray())}");
    }
}
