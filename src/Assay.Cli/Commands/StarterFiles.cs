using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Assay.Core.Errors;

namespace Assay.Cli.Commands;

/// <summary>The commented starters of records, one of each name: a file, or a folder of them. They lie in the executable as they stand in <c>starters/</c>.</summary>
internal static class StarterFiles
{
    private const string Prefix = "starters/";

    private static readonly ImmutableArray<(string Resource, string Path)> All =
    [
        .. from resource in Assembly.GetExecutingAssembly().GetManifestResourceNames()
           let path = resource.Replace('\\', '/')
           where path.StartsWith(Prefix, StringComparison.Ordinal)
           orderby path
           select (resource, path[Prefix.Length..]),
    ];

    /// <summary>What can be begun, e.g. <c>threat-model</c>.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(file => Name(file.Path)).Distinct()];

    /// <summary>Writes the starters that are not there yet, and says which places have to be filled in.</summary>
    /// <exception cref="AssayException">The folder is not there, or a file could not be written.</exception>
    public static int Write(string folder, IReadOnlyCollection<string> names, TextWriter output)
    {
        if (!Directory.Exists(folder)) throw new AssayException(new AssayError(UsageErrors.PathNotFound, $"{folder} is not there.", folder));
        foreach (var (resource, path) in All.Where(file => names.Contains(Name(file.Path))))
        {
            var file = Path.Combine(folder, path);
            if (File.Exists(file))
            {
                output.WriteLine($"kept {file}, which is already there");
                continue;
            }
            var text = Text(resource);
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
                using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new AssayException(new AssayError(SystemErrors.NotWritable, $"{file} could not be written: {failure.Message}", file));
            }
            var places = text.Split('\n').Select((line, at) => (line, Number: at + 1)).Where(line => line.line.Contains("replace:", StringComparison.Ordinal) && !line.line.TrimStart().StartsWith('#')).ToList();
            output.WriteLine($"wrote {file}: fill in {places.Count} {(places.Count == 1 ? "place that says" : "places that say")} replace:{(places.Count == 0 ? "" : $", first in line {places[0].Number}")}");
        }
        output.WriteLine("Until a record is filled in and in git, it counts as missing. next: assay check --phase pre_implementation");
        return ExitCodes.Passed;
    }

    private static string Name(string path)
    {
        var first = path.Split('/')[0];
        return path.Contains('/', StringComparison.Ordinal) || !first.Contains('.', StringComparison.Ordinal) ? first : first[..first.LastIndexOf('.')];
    }

    private static string Text(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
