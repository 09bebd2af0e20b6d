using System.Globalization;
using System.Text.Json;
using Assay.Core.Adoption;

namespace Assay.Output.Json;

/// <summary>The debt of one criterion.</summary>
internal static class OwedJson
{
    public static void Write(Utf8JsonWriter json, OwedCriterion owed)
    {
        json.Text("component", owed.Terms.Component);
        json.Text("criterion", owed.Terms.Criterion);
        json.Text("agreed", owed.Terms.Agreed.ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber("size", owed.Terms.Size);
        json.WriteNumber("owed", owed.Count);
        json.Text("missed", owed.Missed is { } missed ? missed.By.ToString("O", CultureInfo.InvariantCulture) : null);
        json.Objects("milestones", owed.Terms.Milestones, static (json, milestone) =>
        {
            json.Text("by", milestone.By.ToString("O", CultureInfo.InvariantCulture));
            json.WriteNumber("atMost", milestone.AtMost);
        });
        json.Objects("files", owed.Files, static (json, file) =>
        {
            json.Text("file", file.File);
            json.WriteNumber("count", file.Count);
        });
    }

}
