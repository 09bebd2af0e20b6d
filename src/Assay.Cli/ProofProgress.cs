using Assay.Proof;

namespace Assay.Cli;

/// <summary>Progress of a proof on stderr: one line for each command as it begins.</summary>
internal sealed class ProofProgress(TextWriter error) : IProofProgress
{
    private readonly Lock gate = new();

    public void Started(string what)
    {
        lock (gate) error.WriteLine($"  {what}");
    }

    public void Printed(string line)
    {
    }
}
