namespace Assay.Tests.Evidence.Requirements;

/// <summary>Documents on which the reader and the JSON Schema have to agree.</summary>
internal static class RequirementsTable
{
    private const string Whole = """
        schema: assay/requirements/v1
        requirements:
          - id: PAY-1
            title: Transfers
            approved_by: product owner
            approved_on: 2026-11-20
            acceptance:
              - id: PAY-1.1
                text: Money moves once
                tests: [ A.B, A.C ]
              - id: PAY-1.2
                text: Nothing is lost
        """;

    internal static readonly (string Name, string Yaml)[] Good =
    [
        ("whole", Whole),
        ("not approved yet", Without("approved_by", "approved_on")),
        ("no tests yet", Whole.Replace("[ A.B, A.C ]", "[]", StringComparison.Ordinal)),
        ("says replace in the middle", Whole.Replace("Money moves once", "They replace it: once", StringComparison.Ordinal).Replace("They replace it: once", "'They replace: it'", StringComparison.Ordinal)),
    ];

    /// <summary>Wrong, with a piece of what is said; <c>Schema</c> is false where only the reader can tell.</summary>
    internal static readonly (string Name, string Yaml, string Says, bool Schema)[] Bad =
    [
        ("no schema", Without("schema"), "key 'schema' is missing", true),
        ("another schema", Whole.Replace("v1", "v2", StringComparison.Ordinal), "'schema' must be assay/requirements/v1", true),
        ("no requirements", "schema: assay/requirements/v1\n", "key 'requirements' is missing", true),
        ("empty requirements", "schema: assay/requirements/v1\nrequirements: []\n", "'requirements' is empty", true),
        ("requirements no list", "schema: assay/requirements/v1\nrequirements: many\n", "'requirements' must be a list", true),
        ("unknown key", Whole.Replace("title:", "titel: x\n    title:", StringComparison.Ordinal), "unknown key 'titel'", true),
        ("unknown key in acceptance", Whole.Replace("tests:", "test: [ x ]\n        tests:", StringComparison.Ordinal), "unknown key 'test'", true),
        ("no title", Without("title"), "key 'title' is missing", true),
        ("no text", Whole.Replace("text: Money moves once", "tests: [ A.B ]", StringComparison.Ordinal).Replace("        tests: [ A.B, A.C ]\n", "", StringComparison.Ordinal), "key 'text' is missing", true),
        ("empty text", Whole.Replace("Money moves once", "''", StringComparison.Ordinal), "'text' must be text", true),
        ("number for text", Whole.Replace("Money moves once", "12", StringComparison.Ordinal), "'text' must be text", true),
        ("empty acceptance", Whole[..Whole.IndexOf("\n      - id", StringComparison.Ordinal)] + " []\n", "'acceptance' is empty", true),
        ("tests no list", Whole.Replace("[ A.B, A.C ]", "A.B", StringComparison.Ordinal), "'tests' must be a list", true),
        ("wrong date", Whole.Replace("2026-11-20", "20.11.2026", StringComparison.Ordinal), "'approved_on' must be a day", true),
        ("no such day", Whole.Replace("2026-11-20", "2026-02-30", StringComparison.Ordinal), "'approved_on' must be a day", false),
        ("approved without a day", Without("approved_on"), "stand together", true),
        ("left title", Whole.Replace("Transfers", "…", StringComparison.Ordinal), "'title' is left from the starter", true),
        ("left text", Whole.Replace("Money moves once", "TODO", StringComparison.Ordinal), "'text' is left from the starter", true),
        ("left approver", Whole.Replace("product owner", "'replace: who approved'", StringComparison.Ordinal), "'approved_by' is left from the starter", true),
        ("left id", Whole.Replace("id: PAY-1.2", "id: '...'", StringComparison.Ordinal), "'id' is left from the starter", true),
        ("left test", Whole.Replace("A.C", "TODO", StringComparison.Ordinal), "'TODO' is left from the starter", true),
        ("id twice", Whole.Replace("PAY-1.2", "PAY-1.1", StringComparison.Ordinal), "the id 'PAY-1.1' stands twice; first in line 8", false),
        ("criterion with its requirement's id", Whole.Replace("PAY-1.2", "PAY-1", StringComparison.Ordinal), "the id 'PAY-1' stands twice; first in line 3", false),
        ("anchor", Whole.Replace("title: Transfers", "title: &t Transfers", StringComparison.Ordinal), "anchor '&t' is not allowed", false),
        ("alias", Whole.Replace("Nothing is lost", "*t", StringComparison.Ordinal), "alias '*t' is not allowed", false),
        ("no YAML", "requirements: [ {", "not valid YAML", false),
    ];

    private static string Without(params string[] keys) =>
        string.Join('\n', Whole.Split('\n').Where(line => !keys.Any(key => line.TrimStart().StartsWith(key + ":", StringComparison.Ordinal))));
}
