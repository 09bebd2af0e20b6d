using System.CommandLine;
using System.Globalization;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Standards;

namespace Assay.Cli.Commands;

/// <summary><c>--observe-until DATE</c> of <c>assay check</c>.</summary>
internal static class ObserveOption
{
    private const string Name = "--observe-until";

    public static Option<string?> Create() => new(Name) { Description = $"report and do not block, up to the end of this day (UTC), at most {ObserveOnly.MostDays} days ahead", HelpName = "DATE" };

    /// <summary>The day; null without the option. One that has passed is no mistake: the verdict blocks again, and says so.</summary>
    /// <exception cref="AssayException">No day, too far ahead, or asked of a deployment.</exception>
    public static DateOnly? Read(string? text, Phase? phase, DateTimeOffset now)
    {
        if (text is null) return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw Wrong($"{Name} is a day such as 2026-01-31.", "Write the day as YYYY-MM-DD.");
        if (phase == Phase.Deployment) throw Wrong($"A deployment is never observed only, and {Name} asks for it.", $"Leave {Name} out.");
        if (ObserveOnly.DaysAhead(day, now) is > ObserveOnly.MostDays and var ahead)
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"{Name} {text} is {ahead} days ahead; at most {ObserveOnly.MostDays} are allowed."),
                string.Create(CultureInfo.InvariantCulture, $"Name {now.UtcDateTime.AddDays(ObserveOnly.MostDays):yyyy-MM-dd} or a day before it."));
        return day;
    }

    private static AssayException Wrong(string what, string nextStep) => new(new AssayError(UsageErrors.BadUsage, what, NextStep: nextStep));
}
