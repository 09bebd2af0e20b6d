namespace Assay.Proof.Sides;

/// <summary>What a changed file is to the proof: red takes the tests of head and leaves everything else as it was.</summary>
internal enum Side
{
    /// <summary>Asks for no proof: documentation, CI, settings of linters and editors.</summary>
    Other,

    /// <summary>Code, or what changes what the code does.</summary>
    Production,

    /// <summary>Code in words: what assay.yaml calls prompts, proven by its own evaluation.</summary>
    Prompt,

    /// <summary>What is installed or referenced: production, as long as red can be set up without it.</summary>
    Manifest,

    /// <summary>Tests, their helpers, data, snapshots and settings.</summary>
    Test,
}
