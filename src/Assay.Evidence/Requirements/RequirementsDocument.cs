using Assay.Core.Observations;
using Assay.Core.Yaml;

namespace Assay.Evidence.Requirements;

/// <summary>Reads the document and reports every mistake in it. <c>schemas/requirements.schema.json</c> describes the same.</summary>
internal sealed class RequirementsDocument(YamlMistakes mistakes)
{
    internal const string Schema = "assay/requirements/v1";

    internal static readonly YamlKeys Root = new("requirements file", ["schema", "requirements"], []);
    internal static readonly YamlKeys Requirement = new("requirement", ["id", "title", "acceptance"], ["approved_by", "approved_on"]);
    internal static readonly YamlKeys Acceptance = new("acceptance criterion", ["id", "text"], ["tests"]);

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    internal IReadOnlyList<AcceptanceCriterion> Read(string text)
    {
        if (YamlReader.Read(text, Root, mistakes) is not { } root)
        {
            return [];
        }
        if (root.Text("schema") is { } schema && schema != Schema)
        {
            root.Reject("schema", $"'schema' must be {Schema}");
        }
        NotEmpty(root, "requirements");
        return [.. root.Maps("requirements", Requirement).SelectMany(ReadRequirement)];
    }

    private IEnumerable<AcceptanceCriterion> ReadRequirement(YamlFields requirement)
    {
        var id = Id(requirement);
        Filled(requirement, "title");
        var by = Filled(requirement, "approved_by");
        var on = requirement.Date("approved_on");
        if (requirement.Has("approved_by") != requirement.Has("approved_on"))
        {
            requirement.Reject(requirement.Has("approved_by") ? "approved_by" : "approved_on", "'approved_by' and 'approved_on' stand together or not at all");
        }
        NotEmpty(requirement, "acceptance");
        foreach (var criterion in requirement.Maps("acceptance", Acceptance))
        {
            var criterionId = Id(criterion);
            var text = Filled(criterion, "text");
            var tests = criterion.Texts("tests");
            foreach (var left in tests.Where(IsPlaceholder))
            {
                criterion.Reject("tests", $"'{left}' is left from the starter", "Name a test, in full.");
            }
            yield return new AcceptanceCriterion(criterionId ?? "", id ?? "", text ?? "", tests, by, on, criterion.Node.Line);
        }
    }

    private string? Id(YamlFields fields)
    {
        var id = Filled(fields, "id");
        if (id is not null && !_ids.TryAdd(id, fields["id"]!.Line))
        {
            fields.Reject("id", $"the id '{id}' stands twice; first in line {_ids[id]}", "Give each requirement and each criterion an id of its own.");
        }
        return id;
    }

    private static string? Filled(YamlFields fields, string key)
    {
        var text = fields.Text(key);
        if (text is not null && IsPlaceholder(text))
        {
            fields.Reject(key, $"'{key}' is left from the starter", "Fill it in, or remove the entry.");
        }
        return text;
    }

    private static void NotEmpty(YamlFields fields, string key)
    {
        if (fields[key] is YamlSequence { Items.IsEmpty: true })
        {
            fields.Reject(key, $"'{key}' is empty", "An empty list shows nothing; fill it in, or remove what it belongs to.");
        }
    }

    private static bool IsPlaceholder(string text) => text is "…" or "..." or "TODO" || text.StartsWith("replace:", StringComparison.Ordinal);
}
