namespace Assay.Proof;

/// <summary>What a person sees while a proof runs; several phases may report at once.</summary>
public interface IProofProgress
{
    /// <summary>A command begins.</summary>
    void Started(string what);

    /// <summary>A command printed a line.</summary>
    void Printed(string line);
}
