using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.CycloneDx;

/// <summary>A component of a bill, with what it is made of.</summary>
internal static class CycloneDxComponent
{
    private const int MostPackages = 500_000;

    // CycloneDX 1.6, component.type; earlier versions know fewer.
    private static readonly ImmutableHashSet<string> Types =
    [
        "application", "framework", "library", "container", "platform", "operating-system", "device", "device-driver", "firmware", "file",
        "machine-learning-model", "data", "cryptographic-asset",
    ];

    /// <summary>Reads an array of components, which has been stepped into; nested ones come behind what holds them.</summary>
    internal static void ReadAll(JsonPull json, ImmutableArray<Observation>.Builder packages)
    {
        while (json.NextObject())
        {
            var nested = ImmutableArray.CreateBuilder<Observation>();
            packages.Add(Read(json, nested));
            packages.AddRange(nested);
            if (packages.Count > MostPackages)
            {
                throw json.Mistake(EvidenceErrors.TooDeep, $"it holds more than {MostPackages} components");
            }
        }
    }

    /// <summary>Reads one component, whose object has been stepped into.</summary>
    internal static Package Read(JsonPull json, ImmutableArray<Observation>.Builder nested)
    {
        string? type = null, group = null, name = null, version = null, purl = null, scope = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "type":
                    type = json.TakeText();
                    if (type is null || !Types.Contains(type))
                    {
                        throw json.Mistake(EvidenceErrors.Unreadable, $"a component's 'type' is none of {string.Join(", ", Types.Order(StringComparer.Ordinal))}");
                    }
                    break;
                case "group":
                    group = json.TakeText();
                    break;
                case "name":
                    name = json.TakeText();
                    break;
                case "version":
                    version = json.TakeText();
                    break;
                case "purl":
                    purl = json.TakeText();
                    break;
                case "scope":
                    scope = json.TakeText();
                    break;
                case "components" when json.BeginArray():
                    ReadAll(json, nested);
                    break;
                case "components":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        if (type is null || string.IsNullOrWhiteSpace(name))
        {
            throw json.Mistake(EvidenceErrors.Unreadable, $"a component has no '{(type is null ? "type" : "name")}'");
        }
        return new Package(string.IsNullOrEmpty(group) ? name : $"{group}/{name}", version, purl, scope == "excluded");
    }
}
