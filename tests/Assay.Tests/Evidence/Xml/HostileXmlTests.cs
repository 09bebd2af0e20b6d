using System.Text;
using Assay.Core.Errors;
using Assay.Evidence;
using Assay.Evidence.Cobertura;
using Assay.Evidence.JUnit;
using Assay.Evidence.Trx;

namespace Assay.Tests.Evidence.Xml;

/// <summary>What all readers of XML have to bear.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class HostileXmlTests
{
    public static TheoryData<string> Roots =>
    [
        "<coverage line-rate='1'>*</coverage>",
        "<testsuites>*</testsuites>",
        "<TestRun xmlns='http://microsoft.com/schemas/VisualStudio/TeamTest/2010'>*<ResultSummary outcome='Completed'/></TestRun>",
    ];

    private static IEvidenceReader ReaderOf(string root) =>
        root.StartsWith("<c", StringComparison.Ordinal) ? new CoberturaReader() : root.StartsWith("<t", StringComparison.Ordinal) ? new JUnitReader() : new TrxReader();

    private static ErrorKind? Read(string root, string before, string inside) => HostileInput.Read(ReaderOf(root), before + root.Replace("*", inside)).Error?.Kind;

    [Theory]
    [MemberData(nameof(Roots))]
    public void An_external_document_type_is_passed_over_and_never_fetched(string root) =>
        Assert.Null(Read(root, "<!DOCTYPE a SYSTEM \"http://localhost:1/never.dtd\">", ""));

    [Theory]
    [MemberData(nameof(Roots))]
    public void Billion_laughs_is_refused(string root) =>
        Assert.Equal(EvidenceErrors.ForbiddenContent, Read(root, "<!DOCTYPE a [<!ENTITY l 'ha'><!ENTITY m '&l;&l;&l;&l;'>]>", "<a>&m;</a>"));

    [Theory]
    [MemberData(nameof(Roots))]
    public void An_external_entity_is_refused(string root) =>
        Assert.Equal(EvidenceErrors.ForbiddenContent, Read(root, "<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>", "<a>&f;</a>"));

    [Theory]
    [MemberData(nameof(Roots))]
    public void A_subset_behind_a_quoted_identifier_is_refused(string root) =>
        Assert.Equal(EvidenceErrors.ForbiddenContent, Read(root, "<!DOCTYPE a SYSTEM \"]>\" [<!ENTITY l 'ha'>]>", ""));

    [Theory]
    [MemberData(nameof(Roots))]
    public void An_entity_that_nothing_declares_is_refused(string root)
    {
        Assert.Equal(EvidenceErrors.Unreadable, Read(root, "<!DOCTYPE a SYSTEM \"x.dtd\">", "<a>&secret;</a>"));
        Assert.Equal(EvidenceErrors.Unreadable, Read(root, "<!DOCTYPE a SYSTEM \"x.dtd\">", "<a b='&secret;'/>"));
        Assert.Equal(EvidenceErrors.Unreadable, Read(root, "", "<a>&secret;</a>"));
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void Elements_ten_thousand_deep_are_refused(string root) =>
        Assert.Equal(EvidenceErrors.TooDeep, Read(root, "", HostileInput.Nested("", "<a>", 10_000, "", "</a>", "")));

    [Theory]
    [MemberData(nameof(Roots))]
    public void A_second_root_or_text_after_the_end_is_refused(string root)
    {
        Assert.Equal(EvidenceErrors.Unreadable, HostileInput.Read(ReaderOf(root), root.Replace("*", "") + "<again/>").Error?.Kind);
        Assert.Equal(EvidenceErrors.Unreadable, HostileInput.Read(ReaderOf(root), root.Replace("*", "") + "again").Error?.Kind);
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void Utf_16_reads_like_utf_8(string root)
    {
        var text = $"<?xml version='1.0' encoding='utf-16'?>{root.Replace("*", "")}";
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Null(HostileInput.Read(ReaderOf(root), [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Error);
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void A_wrong_encoding_is_refused_in_plain_words(string root)
    {
        var text = root.Replace("*", "<a>käse</a>");
        Assert.Equal(EvidenceErrors.Unreadable, HostileInput.Read(ReaderOf(root), Encoding.Latin1.GetBytes(text)).Error?.Kind);
        Assert.Equal(EvidenceErrors.Unreadable, Read(root, "<?xml version='1.0' encoding='utf-16'?>", ""));
        Assert.Equal(EvidenceErrors.Unreadable, Read(root, "<?xml version='1.0' encoding='klingon'?>", ""));
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void Nul_bytes_are_refused_with_their_place(string root)
    {
        var error = HostileInput.Read(ReaderOf(root), root.Replace("*", "\n<a>\0</a>")).Error;
        Assert.Equal((EvidenceErrors.Unreadable, 2), (error?.Kind, error?.Line));
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void One_endless_attribute_is_refused_before_it_fills_the_memory(string root)
    {
        using var endless = new Repeated(root[..root.IndexOf('*')] + "<a b='", new string('x', 1_000_000), 200, "'/>");
        Assert.Equal(EvidenceErrors.TooDeep, ReaderOf(root).Read(endless, TestContext.Current.CancellationToken).Error?.Kind);
        Assert.InRange(endless.Given, 0, 40_000_000);
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void Text_that_nobody_needs_may_be_as_long_as_it_likes(string root)
    {
        using var output = new Repeated(root[..root.IndexOf('*')] + "<system-out>", new string('x', 1_000_000), 60, "</system-out>" + root[(root.IndexOf('*') + 1)..]);
        Assert.Null(ReaderOf(root).Read(output, TestContext.Current.CancellationToken).Error);
        Assert.InRange(output.MostMemory, 0, 60_000_000);
    }
}
