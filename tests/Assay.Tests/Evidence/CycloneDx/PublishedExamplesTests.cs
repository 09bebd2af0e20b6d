using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence;

namespace Assay.Tests.Evidence.CycloneDx;

/// <summary>The examples that are published with the CycloneDX 1.6 schema, valid and invalid.</summary>
public class PublishedExamplesTests
{
    // Wrong in what Assay keeps. The other invalid ones are wrong in what it passes over; reader.md says so.
    private static readonly string[] Refused = ["bomformat", "component-type", "empty-component", "missing-component-type"];

    public static TheoryData<string> Examples(string prefix)
    {
        var data = new TheoryData<string>();
        if (Directory.Exists(Folder))
        {
            data.AddRange(Directory.GetFiles(Folder, $"{prefix}-*-1.6.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToArray());
        }
        else
        {
            data.Add("absent");
        }
        return data;
    }

    private static string Folder => Path.Combine(SharedData.Root, "cyclonedx", "1.6");

    [Theory]
    [MemberData(nameof(Examples), "valid")]
    public void A_valid_bill_reads_whole(string name)
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"the published examples are not in {Folder}");
        var path = Path.Combine(Folder, name);
        var content = EvidenceFile.Read(path, TestContext.Current.CancellationToken);
        Assert.Null(content.Error);
        Assert.Equal(("cyclonedx", "1.6"), (content.Format, content.Version));
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(path));
        Assert.Equal(Components(json.RootElement), content.Observations.OfType<Package>().Count());
    }

    [Theory]
    [MemberData(nameof(Examples), "invalid")]
    public void An_invalid_bill_is_refused_where_it_is_wrong_in_what_is_kept(string name)
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"the published examples are not in {Folder}");
        var content = EvidenceFile.Read(Path.Combine(Folder, name), TestContext.Current.CancellationToken);
        var wrong = Refused.Contains(name["invalid-".Length..^"-1.6.json".Length]);
        Assert.Equal(wrong ? EvidenceErrors.Unreadable : null, content.Error?.Kind);
    }

    private static int Components(System.Text.Json.JsonElement holder) =>
        holder.TryGetProperty("components", out var components) ? components.EnumerateArray().Sum(component => 1 + Components(component)) : 0;
}
