using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Assay.Core;
using Assay.Core.Judging;
using Assay.Output.Findings;
using Assay.Core.Rules;

namespace Assay.Output.JUnit;

/// <summary>
/// JUnit XML, as Azure, Jenkins and GitLab show it: a suite for each gate of each component, a case for each criterion. What fails is a failure, what
/// could not be shown an error; what is not due, does not apply or was agreed to is skipped.
/// </summary>
internal sealed class JUnitFormat : IVerdictFormat
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, CloseOutput = false, NewLineChars = "\n" };

    public string Name => "junit";

    public void Write(Verdict verdict, Stream output, OutputOptions options)
    {
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement("testsuites");
        Counts(xml, $"assay {Snake.Case(verdict.Outcome)}{(verdict.Observed is { Holds: true } observed ? $" (observed only, until {observed.Day()})" : "")}", verdict.Gates.SelectMany(gate => gate.Findings).ToList());
        foreach (var gate in verdict.Gates) Suite(xml, gate, verdict.JudgedAt, gate == verdict.Gates[0] ? verdict.Weakened : []);
        xml.WriteEndElement();
    }

    private static void Suite(XmlWriter xml, GateResult gate, DateTimeOffset judgedAt, ImmutableArray<Weakening> weakened)
    {
        xml.WriteStartElement("testsuite");
        Counts(xml, $"{gate.Component} {gate.Gate}", gate.Findings);
        xml.WriteAttributeString("timestamp", judgedAt.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        if (!weakened.IsEmpty) Properties(xml, weakened);
        foreach (var finding in gate.Findings) Case(xml, gate, finding);
        xml.WriteEndElement();
    }

    /// <summary>What made the judgement laxer concerns all suites; JUnit has a place for it within one.</summary>
    private static void Properties(XmlWriter xml, ImmutableArray<Weakening> weakened)
    {
        xml.WriteStartElement("properties");
        foreach (var weakening in weakened)
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", "weakened");
            xml.WriteAttributeString("value", Printable.Line($"{weakening.Location?.ToString() ?? Snake.Case(weakening.Source)}: {weakening.What}"));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, string name, IReadOnlyCollection<Finding> findings)
    {
        xml.WriteAttributeString("name", name);
        Number(xml, "tests", findings.Count);
        Number(xml, "failures", findings.Count(finding => finding.Status == Status.Fail));
        Number(xml, "errors", findings.Count(finding => finding.Status.Blocks() && finding.Status != Status.Fail));
        Number(xml, "skipped", findings.Count(IsSkipped));
    }

    private static void Case(XmlWriter xml, GateResult gate, Finding finding)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"{gate.Component}.{gate.Gate}");
        xml.WriteAttributeString("name", finding.Criterion.Id);
        if (finding.Locations is [{ Line: { } line } first, ..])
        {
            xml.WriteAttributeString("file", Printable.Line(first.File));
            Number(xml, "line", line);
        }
        if (IsSkipped(finding)) Element(xml, "skipped", Accepted.Is(finding.Status) ? $"{Snake.Case(finding.Status)}: {finding.Reason}" : finding.Reason, null);
        else if (finding.Status.Blocks()) Element(xml, finding.Status == Status.Fail ? "failure" : "error", $"{Snake.Case(finding.Status)}: {finding.Reason}", Detail(finding));
        xml.WriteEndElement();
    }

    /// <summary>What is owed or waived is no failure, and must not look like something that passed.</summary>
    private static bool IsSkipped(Finding finding) => finding.Status is Status.NotDue or Status.NotApplicable || Accepted.Is(finding.Status);

    private static string Detail(Finding finding) => string.Join('\n',
    [
        $"needs {finding.Criterion.Requirement}, is {finding.Actual}",
        .. finding.Locations.Select(location => location.Note is null ? location.ToString() : $"{location}  {location.Note}"),
        $"-> {finding.Remedy}",
    ]);

    private static void Element(XmlWriter xml, string name, string message, string? detail)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("message", Printable.Line(message));
        if (detail is not null) xml.WriteString(string.Join('\n', detail.Split('\n').Select(Printable.Line)));
        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
