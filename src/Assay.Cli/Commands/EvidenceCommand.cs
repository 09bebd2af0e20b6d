using System.CommandLine;

namespace Assay.Cli.Commands;

/// <summary><c>assay evidence inspect|list|add</c>: what was found, and which facts it gives.</summary>
internal static class EvidenceCommand
{
    public const string Examples = """
        Examples:
          assay evidence inspect coverage.xml                        format, version, what it shows
          assay evidence list                                        what is stored for what stands here
          assay evidence add -- npm run test:ci                      run a command and record its reports
        """;

    public static Command Create(Surroundings surroundings) => new("evidence", "Show and record evidence.")
    {
        InspectCommand.Create(surroundings),
        ListCommand.Create(surroundings),
        AddCommand.Create(surroundings),
    };
}
