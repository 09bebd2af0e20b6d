using System.Collections.Immutable;

namespace Assay.Toolchains.DotNet;

/// <summary>One project and target framework, as MSBuild evaluated it.</summary>
/// <param name="Id">File name without ending that is unique in the build.</param>
/// <param name="Project">Absolute path.</param>
/// <param name="Framework">Short name, e.g. <c>net10.0</c>.</param>
/// <param name="Identifier">E.g. <c>.NETCoreApp</c>.</param>
/// <param name="Version">E.g. <c>10.0</c>.</param>
/// <param name="Target">Absolute path of what it builds.</param>
/// <param name="IsTest">It is run by VSTest.</param>
/// <param name="IsPlatform">It is an application of Microsoft.Testing.Platform.</param>
/// <param name="RunsPlatform">An xunit v3 project whose own entry point speaks Microsoft.Testing.Platform.</param>
internal sealed record ProjectDescription(
    string Id, string Project, string Framework, string Identifier, Version Version, string Target,
    bool IsTest, bool IsPlatform, bool RunsPlatform, ImmutableArray<string> Packages)
{
    /// <summary>Absolute path of its run settings; null where it names none.</summary>
    internal string? Settings { get; private init; }

    /// <summary>It says by properties how its tests are run, which only <c>dotnet test</c> of the project honours.</summary>
    internal bool SaysHowToRun { get; private init; }

    /// <summary>It builds a program.</summary>
    internal bool IsProgram { get; private init; }

    internal string Name => Path.GetFileNameWithoutExtension(Project);

    /// <summary>What tells its run apart from others, e.g. <c>Payments.Tests net10.0</c>.</summary>
    internal string Run => $"{Name} {Framework}";

    internal bool References(string package) => Packages.Contains(package, StringComparer.OrdinalIgnoreCase);

    internal static ProjectDescription Read(string path)
    {
        ILookup<string, string> values = File.ReadLines(path).Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0], pair => pair[1].Trim());
        string One(string key) => values[key].FirstOrDefault() ?? "";
        bool True(string key) => One(key).Equals("true", StringComparison.OrdinalIgnoreCase);
        return new(Path.GetFileNameWithoutExtension(path), One("project"), One("framework"), One("identifier"),
            Version.TryParse(One("version").TrimStart('v'), out Version? version) ? version : new Version(0, 0),
            One("target"), True("test"), True("platform"), True("platform-runner"), [.. values["package"].Where(each => each.Length > 0)])
        {
            Settings = values["settings"].FirstOrDefault(each => each.Length > 0) is { } settings ? Path.GetFullPath(settings, Path.GetDirectoryName(One("project"))!) : null,
            IsProgram = One("output").Equals("Exe", StringComparison.OrdinalIgnoreCase),
            SaysHowToRun = One("own-run").Length > 0,
        };
    }
}
