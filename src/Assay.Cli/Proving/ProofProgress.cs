using Assay.Proof;

namespace Assay.Cli.Proving;

/// <summary>Progress of a proof on stderr: a line for each command as it begins, since several run side by side.</summary>
internal sealed class ProofProgress(TextWriter error, bool terminal, bool quiet, bool verbose, TimeProvider time) : IProofProgress
{
    private readonly Lock gate = new();
    private readonly long started = time.GetTimestamp();

    public void Started(string what) => Write($"{time.GetElapsedTime(started).TotalSeconds,6:0.0} s  {what}", !quiet);

    public void Printed(string line) => Write($"            {line}", verbose && !quiet);

    private void Write(string line, bool wanted)
    {
        if (!wanted) return;
        var printable = string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
        lock (gate) error.WriteLine(terminal ? $"\e[2m{printable}\e[0m" : printable);
    }
}
