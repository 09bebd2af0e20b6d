using System.Text.RegularExpressions;
using Assay.Evidence.Store;

namespace Assay.Toolchains.Collecting;

/// <summary>
/// Puts the folder before the logs that a next step names: a step writes into a folder that is moved when it is kept, so it knows no more of its logs than their names.
/// </summary>
internal static partial class LogPlaces
{
    /// <param name="advice">What a problem of the step advises; null where it advises nothing.</param>
    /// <param name="own">The step's own folder, before it is kept.</param>
    /// <param name="earlier">Steps of the component that this run has kept already.</param>
    internal static string? In(string? advice, EvidenceStore store, StepFolder own, IEnumerable<string> earlier) =>
        advice is null ? null : Log().Replace(advice, named =>
        {
            var log = named.Groups[1].Value;
            var step = File.Exists(Path.Combine(own.Path, log)) ? own.Step : earlier.LastOrDefault(step => File.Exists(Path.Combine(store.Place(own.Component, step), log)));
            return step is null ? named.Value : $"{store.Shown(own.Component, step)}/{log}";
        });

    [GeneratedRegex(@"(?<![/\w.-])([\w.-]+\.log)(?: of the (?:build )?step)?\b")]
    private static partial Regex Log();
}
