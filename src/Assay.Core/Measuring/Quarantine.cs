using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Configurations;
using Assay.Core.Evidence;
using Assay.Core.Observations;
using Assay.Core.Rules;
using Assay.Core.Standards;

namespace Assay.Core.Measuring;

/// <summary>What holds of an entry of the quarantine when it is judged.</summary>
public enum QuarantineState
{
    /// <summary>The failing of its test does not count.</summary>
    Holds,

    /// <summary>Its last day has passed: the test counts again.</summary>
    Expired,

    /// <summary>A deployment is judged: the test counts.</summary>
    NotForDeployment,

    /// <summary>The change edits the file that the test stands in, or may stand in: whether it is still the test that was set aside cannot be told, and it counts.</summary>
    Edited,

    /// <summary>Its last day is too far ahead; blocks.</summary>
    TooLong,

    /// <summary>No report names the test: it is gone or renamed; blocks.</summary>
    Stale,

    /// <summary>Several cases of one run have that id, and which of them is meant cannot be told; blocks.</summary>
    Ambiguous,
}

/// <summary>
/// The quarantine of one component, held against the day and the reports. A test in it still runs; its failing counts neither as failed nor as passed, and its
/// passing shows nothing either.
/// </summary>
public sealed class Quarantine
{
    private readonly MeasureInput input;
    private readonly ImmutableHashSet<string> excused;
    private readonly ImmutableHashSet<string> mute;

    private Quarantine(MeasureInput input, ImmutableArray<(QuarantinedTest Test, QuarantineState State)> entries)
    {
        (this.input, Entries) = (input, entries);
        excused = [.. In(QuarantineState.Holds).Select(test => test.Test)];
        mute = [.. excused, .. In(QuarantineState.NotForDeployment).Concat(In(QuarantineState.Edited)).Select(test => test.Test)];
    }

    /// <summary>Every entry, in the order of assay.yaml.</summary>
    public ImmutableArray<(QuarantinedTest Test, QuarantineState State)> Entries { get; }

    /// <summary>The component's quarantine as it is now.</summary>
    public static Quarantine Of(MeasureInput input)
    {
        if (input.Configuration.Quarantine.IsEmpty) return new Quarantine(input, []);
        var cases = input.All<TestCase>().ToLookup(test => test.Observation.Id, StringComparer.Ordinal);
        return new Quarantine(input, [.. input.Configuration.Quarantine.Select(test => (test, State(test, input, cases[test.Test])))]);
    }

    /// <summary>Whether the test of this id counts neither as failed nor as passed.</summary>
    public bool Excuses(string id) => excused.Contains(id);

    /// <summary>Whether the passing of this test shows nothing of anything else: it is flaky, for a deployment too, where its failing counts.</summary>
    public bool Mutes(string id) => mute.Contains(id);

    /// <summary>Entries of one state.</summary>
    public IEnumerable<QuarantinedTest> In(QuarantineState state) => Entries.Where(entry => entry.State == state).Select(entry => entry.Test);

    /// <summary>What makes the judgement laxer: each entry that holds, with what its test did this time.</summary>
    public IEnumerable<Weakening> Weakens() => In(QuarantineState.Holds).Select(test => new Weakening(WeakeningSource.Setting,
        $"{input.Component.Id}: {test.Test} is in quarantine until {Day(test.Until)} ({test.Why}; {test.Owner} mends it): it {ThisTime(test)}, and counts neither as failed nor as passed", Place(test)));

    /// <summary>The file that made an entry <see cref="QuarantineState.Edited"/>.</summary>
    internal string? EditedFile(QuarantinedTest test) => QuarantinedFiles.Edited(test, input);

    /// <summary>Entries that are good for nothing any more.</summary>
    public IEnumerable<string> Notes() => In(QuarantineState.Expired).Select(test => $"{input.Component.Id}: the quarantine of {test.Test} ended with {Day(test.Until)}, so it counts again; take the entry out");

    /// <summary>Why an entry is none that can hold; null where it is one.</summary>
    internal static string? Mistake(QuarantinedTest test, QuarantineState state) => state switch
    {
        QuarantineState.TooLong => $"the quarantine of {test.Test} lasts until {Day(test.Until)}, which is more than {QuarantinedTest.MostDays} days ahead",
        QuarantineState.Stale => $"{test.Test} is in quarantine, and no report names a test of that id: it is gone, renamed, or did not run",
        QuarantineState.Ambiguous => $"{test.Test} is in quarantine, and several cases of one run have that id: which of them is flaky cannot be told",
        _ => null,
    };

    /// <summary>What to do about such an entry.</summary>
    internal string Remedy(QuarantinedTest test, QuarantineState state) => state switch
    {
        QuarantineState.TooLong => string.Create(CultureInfo.InvariantCulture, $"Set until: to {input.JudgedAt.UtcDateTime.AddDays(QuarantinedTest.MostDays):yyyy-MM-dd} or a day before it."),
        QuarantineState.Ambiguous => "Give the cases names of their own.",
        _ when input.All<TestCase>().Select(one => one.Observation).FirstOrDefault(one => one.Name == test.Test) is { } one => $"Name each case by itself, e.g. {one.Id}",
        _ => Nearest.Of(test.Test, input.All<TestCase>().Select(one => one.Observation.Id).Distinct(), 1) is [var near]
            ? $"Take the entry out, or name the test as its report does: {near}" : "Take the entry out, or name the test as its report does: assay evidence inspect REPORT",
    };

    internal Location Place(QuarantinedTest test) => new(input.ConfigurationPath ?? "assay.yaml", test.Line);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static QuarantineState State(QuarantinedTest test, MeasureInput input, IEnumerable<(TestCase Observation, EvidenceItem Item)> cases)
    {
        var left = test.Until.DayNumber - DateOnly.FromDateTime(input.JudgedAt.UtcDateTime).DayNumber;
        if (left > QuarantinedTest.MostDays) return QuarantineState.TooLong;
        var all = cases.ToList();
        if (all.Count == 0) return QuarantineState.Stale;
        if (left < 0) return QuarantineState.Expired;
        if (all.GroupBy(test => (test.Item.Path, test.Observation.Run)).Any(run => run.Count() > 1)) return QuarantineState.Ambiguous;
        if (input.Phase == Phase.Deployment) return QuarantineState.NotForDeployment;
        return QuarantinedFiles.Edited(test, input) is null ? QuarantineState.Holds : QuarantineState.Edited;
    }

    private string ThisTime(QuarantinedTest test)
    {
        var runs = input.All<TestCase>().Where(one => one.Observation.Id == test.Test).Select(one => one.Observation.Outcome).ToList();
        var words = runs.Distinct().Order().Select(outcome => Word(outcome) + (runs.Distinct().Count() == 1 ? "" : $" in {runs.Count(one => one == outcome)} of {runs.Count} runs"));
        return $"{string.Join(", ", words)} this time";
    }

    private static string Word(TestOutcome outcome) => outcome switch { TestOutcome.Passed => "passed", TestOutcome.Failed => "failed", _ => "was skipped" };
}
