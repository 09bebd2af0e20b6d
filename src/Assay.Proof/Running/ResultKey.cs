using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Assay.Core.Observations;
using Assay.Toolchains.Components;

namespace Assay.Proof.Running;

/// <summary>
/// All that a run's result follows from. The whole tree and not the component's subject stands for the content: a test may read a file that is no input of
/// its component, and an answer from before would then be about something else.
/// </summary>
/// <param name="Tree">Git's id of the whole tree.</param>
/// <param name="Component">As found in that tree, with its configured commands.</param>
/// <param name="Only">The tests that were asked for; all where empty.</param>
/// <param name="Prompts">Whether the prompts are evaluated instead.</param>
/// <param name="Times">How often the tests ran: a flaky one differs only then.</param>
/// <param name="Surroundings">Digest of <see cref="Running.Surroundings"/>.</param>
internal sealed record ResultKey(string Tree, FoundComponent Component, ImmutableArray<TestCase> Only, bool Prompts, int Times, string Surroundings)
{
    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public string Digest(bool coverage)
    {
        var (component, configuration) = (Component.Component, Component.Configuration);
        IEnumerable<string?> parts =
        [
            Tree, component.Id, component.Path, component.Subject, configuration.TimeLimit?.ToString(),
            .. Listed(component.Toolchains.SelectMany(root => (string[])[root.Toolchain, root.Path, root.Entry])),
            .. Listed(configuration.Commands.SelectMany(command => (string[])[command.Key, command.Value])),
            .. Listed(configuration.Tests), .. Listed(configuration.Exclude),
            .. Listed(Only.Select(test => $"{test.Run}\0{test.Id}\0{test.Name}\0{test.File}").Order(StringComparer.Ordinal)),
            coverage ? "coverage" : "", Prompts ? "prompts" : "", $"{Times} times", Surroundings,
        ];
        return DigestOf(parts);
    }

    /// <summary>SHA-256 over parts, each with its length, so that no two lists give the same bytes.</summary>
    public static string DigestOf(IEnumerable<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            hash.AppendData(BitConverter.GetBytes(part is null ? -1L : bytes.LongLength));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Listed(IEnumerable<string> parts)
    {
        var list = parts.ToList();
        return list.Prepend($"{list.Count}");
    }
}
