using System.Collections.Immutable;

namespace Assay.Core.Observations;

/// <summary>Something that a piece of evidence shows. Readers produce observations; measuring reduces them to facts.</summary>
public abstract record Observation;

/// <summary>How a test case ended.</summary>
public enum TestOutcome { Passed, Failed, Skipped }

/// <summary>One test case of one run.</summary>
/// <param name="Id">Full name as the report gives it, with arguments where it is parametrised.</param>
/// <param name="Name">Full name without arguments (class and method, or suite and title joined with <c> &gt; </c>).</param>
/// <param name="Run">What tells runs of the same test apart: a target framework, a project; empty where there is one run.</param>
/// <param name="Message">Why it failed, without a stack trace.</param>
public sealed record TestCase(
    string Id, string Name, TestOutcome Outcome, string Run = "", string? File = null, int? Line = null, string? Message = null) : Observation
{
    /// <summary>Where a failed test failed, as the report gives it: the stack trace, or all of what the report holds of the failure; cut at 8,192 characters.</summary>
    public string? Trace { get; init; }
}

/// <summary>A test run that was asked for and did not take place, e.g. a target framework without its runtime.</summary>
public sealed record TestRunMissing(string Run, string Reason) : Observation;

/// <summary>What one report says of the lines of one source file.</summary>
/// <param name="Path">As the report gives it: absolute, or relative to one of <paramref name="Roots"/>.</param>
/// <param name="Roots">The source roots that the report names.</param>
/// <param name="Lines">Lines that it mentions, ascending, each once.</param>
public sealed record FileCoverage(string Path, ImmutableArray<string> Roots, ImmutableArray<LineCoverage> Lines) : Observation;

/// <summary>A line that a coverage report mentions.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Covered">Whether it ran at least once.</param>
/// <param name="BranchesCovered">Branches taken.</param>
/// <param name="Branches">Branches in all; 0 where the line has none.</param>
public readonly record struct LineCoverage(int Line, bool Covered, ushort BranchesCovered = 0, ushort Branches = 0);

/// <summary>What a finding is about.</summary>
public enum FindingCategory { Compiler, Types, Lint, Secret, Analysis, Documentation }

/// <summary>How grave a tool calls its finding.</summary>
public enum Severity { Note, Warning, Error }

/// <summary>Something that a compiler, linter or scanner found; a result that its tool marks as suppressed is a finding only for security analysis.</summary>
/// <param name="Tool">The tool's own name.</param>
/// <param name="Rule">The rule's id, empty where there is none.</param>
/// <param name="SecuritySeverity">SARIF's <c>security-severity</c>, 0 to 10; 0 for a result without one of a tool that gives it to others.</param>
/// <param name="Suppressed">The tool marks it as suppressed, e.g. by a comment in the code.</param>
public sealed record ToolFinding(
    FindingCategory Category, string Tool, string Rule, Severity Severity, string Message,
    string? File = null, int? Line = null, int? EndLine = null, decimal? SecuritySeverity = null, bool Suppressed = false) : Observation;

/// <summary>A tool ran to its end over this component, whether or not it found anything.</summary>
/// <param name="Suppressed">Results that the report itself marks as suppressed.</param>
public sealed record ToolRun(FindingCategory Category, string Tool, string? Version, int Suppressed = 0) : Observation;

/// <summary>A package of a bill of materials.</summary>
/// <param name="Development">The bill marks it as one that only tests or building use.</param>
public sealed record Package(string Name, string? Version, string? Purl, bool Development = false) : Observation;

/// <summary>An acceptance criterion and the tests that it names.</summary>
/// <param name="Component">Id of the component that the file says it is about; null where it does not say.</param>
public sealed record AcceptanceCriterion(
    string Id, string Requirement, string Text, ImmutableArray<string> Tests, string? ApprovedBy, DateOnly? ApprovedOn, int? Line = null, string? Component = null) : Observation;
