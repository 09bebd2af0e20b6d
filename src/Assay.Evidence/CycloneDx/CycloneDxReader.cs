using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.CycloneDx;

/// <summary>CycloneDX bills of materials, JSON, versions 1.2 to 1.6 (ECMA-424). See reader.md.</summary>
internal sealed class CycloneDxReader : IEvidenceReader
{
    private static readonly string[] Supported = ["1.2", "1.3", "1.4", "1.5", "1.6"];

    public string Format => "cyclonedx";

    public bool Claims(ContentHead head) =>
        head.Shape == ContentShape.Json && (head.RootKeys.Contains("bomFormat") || (head.RootKeys.Contains("specVersion") && head.RootKeys.Contains("components")));

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadBom);

    private static ReadOutcome ReadBom(JsonPull json)
    {
        string? format = null, version = null, producer = null;
        var packages = ImmutableArray.CreateBuilder<Observation>();
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "bomFormat":
                    format = json.TakeText();
                    break;
                case "specVersion":
                    version = json.TakeText();
                    if (version is not null && !Supported.Contains(version))
                    {
                        throw json.Mistake(EvidenceErrors.UnsupportedVersion, $"CycloneDX {(version.Length > 20 ? version[..20] + "…" : version)}; {Supported[0]} to {Supported[^1]} are read");
                    }
                    break;
                case "metadata" when json.BeginObject():
                    producer = CycloneDxMetadata.ReadProducer(json);
                    break;
                case "components" when json.BeginArray():
                    CycloneDxComponent.ReadAll(json, packages);
                    break;
                case "metadata" or "components":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return format != "CycloneDX" ? JsonReading.Refused(EvidenceErrors.Unreadable, "'bomFormat' must be CycloneDX")
            : version is null ? JsonReading.Refused(EvidenceErrors.Unreadable, "the bill does not say its 'specVersion'")
            : new ReadOutcome(packages.ToImmutable(), version, producer);
    }
}
