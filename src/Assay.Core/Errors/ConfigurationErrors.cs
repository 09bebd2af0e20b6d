using System.Collections.Immutable;

namespace Assay.Core.Errors;

/// <summary>The configuration assay.yaml: ASY12xx.</summary>
public static class ConfigurationErrors
{
    /// <summary>assay.yaml has a mistake.</summary>
    public static readonly ErrorKind ConfigurationInvalid = new("ASY1201", ErrorClass.Validation, "assay.yaml has a mistake",
        "A configuration that is misread would let things pass, so nothing is judged until it is right.",
        "Correct the named place; schemas/config.schema.json describes every key.");

    /// <summary>A configured pattern matched nothing.</summary>
    public static readonly ErrorKind GlobMatchedNothing = new("ASY1202", ErrorClass.Validation, "A configured pattern matched nothing",
        "A pattern that finds nothing hides that what it was meant for is not there.",
        "Correct the pattern, or remove it.");

    /// <summary>assay.yaml is already there.</summary>
    public static readonly ErrorKind ConfigurationExists = new("ASY1203", ErrorClass.Business, "assay.yaml is already there",
        "init never overwrites what somebody wrote.",
        "Edit the file, or remove it first.");

    /// <summary>Nothing to judge was found.</summary>
    public static readonly ErrorKind NoComponent = new("ASY1204", ErrorClass.Business, "Nothing to judge was found",
        "No component is declared and no known toolchain was detected here.",
        "Run assay init, or declare components in assay.yaml.");

    /// <summary>Sources lie in no component.</summary>
    public static readonly ErrorKind SourcesOfNoComponent = new("ASY1205", ErrorClass.Business, "Sources lie in no component",
        "What lies in no component is built, tested and measured by nothing, so that a verdict about the components would be silent about it.",
        "Name a component for them under components: in assay.yaml.");

    internal static ImmutableArray<ErrorKind> All => [ConfigurationInvalid, GlobMatchedNothing, ConfigurationExists, NoComponent, SourcesOfNoComponent];
}
