using Assay.Core.Observations;

namespace Assay.Evidence.JUnit;

/// <summary>Holds what a suite states against what was seen in it. A report that was cut or edited disagrees with itself.</summary>
internal static class JUnitCounts
{
    /// <returns>What is wrong, in plain words; null where all agrees or the ways of a known tool explain it.</returns>
    public static string? Check(JUnitSuite suite, ReadOnlySpan<Observation> seen, Func<JUnitSuite, int, bool> markTodo)
    {
        int failed = 0, skipped = 0;
        var hookBroke = false;
        foreach (var observation in seen)
        {
            var test = (TestCase)observation;
            if (test.Outcome == TestOutcome.Failed) failed++;
            if (test.Outcome == TestOutcome.Skipped) skipped++;
            hookBroke |= test.Outcome == TestOutcome.Failed && test.Id.Contains("\" hook ", StringComparison.Ordinal);
        }

        var stated = suite.Failures + suite.Errors;
        if (stated > 0 && failed == 0)
            return $"It states {stated} failures and errors and shows no failed test case.";
        if (suite.Tests is not { } tests || tests == seen.Length || tests == suite.Children)
            return null;

        var disagree = $"It states {tests} tests and holds {seen.Length}.";
        if (tests > seen.Length)
        {
            // pytest counts a test that passed and whose teardown broke twice; mocha-junit-reporter leaves skipped cases out,
            // and mocha does not come to the tests whose hook broke.
            var omitted = Math.Max(0, suite.Skipped - skipped);
            return tests - seen.Length <= suite.Errors + omitted || hookBroke ? null : disagree;
        }

        // Old pytest leaves skipped cases out of its count; mocha leaves broken hooks out; jest-junit
        // its todos and the suites that did not run; pytest a teardown that broke after a failure.
        var excess = seen.Length - tests;
        return hookBroke || markTodo(suite, excess) || excess == skipped || excess <= failed ? null : disagree;
    }
}
