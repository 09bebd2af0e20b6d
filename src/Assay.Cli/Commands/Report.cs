using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Output;

namespace Assay.Cli.Commands;

/// <summary>Where the verdict goes: each <c>--format</c> to the <c>--output</c> at the same place, else to stdout.</summary>
internal sealed class Report(string[] formats, string[] outputs, bool quiet, bool verbose)
{
    /// <summary>Refuses what could not be written in the end, before anything is judged.</summary>
    /// <exception cref="AssayException">More outputs than formats, or a folder that is not there.</exception>
    public void Validate()
    {
        if (outputs.Length > Math.Max(formats.Length, 1))
            throw new AssayException(new AssayError(UsageErrors.BadUsage, "There are more --output than --format.", NextStep: "Give each --output its --format."));
        if (formats.Length - outputs.Length > 1)
            throw new AssayException(new AssayError(UsageErrors.BadUsage, "Only one --format can go to stdout.", NextStep: "Give the others an --output."));
        foreach (var output in outputs)
        {
            if (Path.GetDirectoryName(Path.GetFullPath(output)) is not { } folder || !Directory.Exists(folder) || Directory.Exists(output))
                throw new AssayException(new AssayError(UsageErrors.OutputNotWritable, $"{output} cannot be written: its folder does not exist, or it is a folder."));
        }
    }

    /// <summary>Writes a verdict in every format.</summary>
    public void Write(Verdict verdict, TimeSpan elapsed) => Write(elapsed, (format, output, options) => VerdictFormats.Find(format)!.Write(verdict, output, options));

    /// <summary>Writes every format; a file comes whole or not at all. The text still goes to stdout where every format has a file.</summary>
    /// <param name="write">Writes one format, by its name.</param>
    public void Write(TimeSpan elapsed, Action<string, Stream, OutputOptions> write)
    {
        var names = formats.Length == 0 ? ["text"] : formats;
        for (var i = 0; i < names.Length; i++)
        {
            if (i < outputs.Length) WriteFile(names[i], outputs[i], elapsed, write);
            else WriteOut(names[i], elapsed, write);
        }
        if (outputs.Length >= names.Length) WriteOut("text", elapsed, write);
    }

    private void WriteOut(string format, TimeSpan elapsed, Action<string, Stream, OutputOptions> write)
    {
        using var stdout = Console.OpenStandardOutput();
        write(format, stdout, new OutputOptions(Surroundings.ColourOut, Surroundings.Width, verbose, quiet, elapsed));
    }

    private void WriteFile(string format, string path, TimeSpan elapsed, Action<string, Stream, OutputOptions> write)
    {
        var temporary = $"{Path.GetFullPath(path)}.{Environment.ProcessId}.tmp";
        try
        {
            using (var file = File.Create(temporary))
                write(format, file, new OutputOptions(false, 80, verbose, quiet, elapsed));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary)) File.Delete(temporary);
            throw new AssayException(new AssayError(UsageErrors.OutputNotWritable, $"{path} could not be written: {failure.Message}"));
        }
    }
}
