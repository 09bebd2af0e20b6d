using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>Proving a change: ASY17xx.</summary>
public static class ProofErrors
{
    /// <summary>There is no change to prove.</summary>
    public static readonly ErrorKind NothingToProve = new("ASY1701", ErrorClass.Validation, "There is no change to prove",
        "A proof is of what lies between two contents, and here they are the same.",
        "Name where the change begins with --base, or one commit with --commit.");

    /// <summary>Where the change begins cannot be told.</summary>
    public static readonly ErrorKind NoBase = new("ASY1702", ErrorClass.Validation, "Where the change begins cannot be told",
        "Tests that are tried against the wrong content before the change show nothing about it.",
        "Name it with --base.");

    /// <summary>A clone to try the change in could not be made.</summary>
    public static readonly ErrorKind NoClone = new("ASY1703", ErrorClass.System, "A clone to try the change in could not be made",
        "A proof never touches the work tree that it was asked in, so it needs a place of its own.",
        "Make room in the folder for temporary files, or point TMPDIR to one that has it.");

    /// <summary>The tests could not be set up.</summary>
    public static readonly ErrorKind SetUpFailed = new("ASY1704", ErrorClass.System, "The tests could not be set up",
        "Where packages or tools are missing no test says anything about the change, so nothing is proven and nothing refuted.",
        "Run the shown command by hand in a fresh clone and mend its cause.");

    /// <summary>Nothing says how the tests are run.</summary>
    public static readonly ErrorKind NoTestCommand = new("ASY1705", ErrorClass.Validation, "Nothing says how the tests are run",
        "No toolchain that Assay knows was found, and no command is configured.",
        "Name a command that writes JUnit XML: commands: test: in assay.yaml.");

    internal static ImmutableArray<ErrorKind> All => [NothingToProve, NoBase, NoClone, SetUpFailed, NoTestCommand];
}
