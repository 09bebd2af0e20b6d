using Assay.Core.Documents;
using Assay.Core.Observations;
using Assay.Core.Yaml;
using Assay.Evidence.Records;
using static Assay.Evidence.Records.RecordFields;

namespace Assay.Evidence.Requirements;

/// <summary>Reads the document and reports every mistake in it. <c>schemas/requirements.schema.json</c> describes the same.</summary>
internal sealed class RequirementsDocument(YamlMistakes mistakes)
{
    internal const string Schema = "assay/requirements/v1";

    internal static readonly YamlKeys Root = new("requirements file", ["schema", "requirements"], ["component"]);
    internal static readonly YamlKeys Requirement = new("requirement", ["id", "title", "acceptance"], ["approved_by", "approved_on"]);
    internal static readonly YamlKeys Acceptance = new("acceptance criterion", ["id", "text"], ["tests"]);

    private readonly RecordFields _fields = new();

    internal IReadOnlyList<AcceptanceCriterion> Read(string text)
    {
        if (YamlReader.Read(text, Root, mistakes) is not { } root)
        {
            return [];
        }
        RecordFields.Schema(root, Schema);
        var component = Filled(root, "component");
        NotEmpty(root, "requirements");
        return [.. root.Maps("requirements", Requirement).SelectMany(ReadRequirement).Select(criterion => criterion with { Component = component })];
    }

    private IEnumerable<AcceptanceCriterion> ReadRequirement(YamlFields requirement)
    {
        var id = _fields.Id(requirement);
        Filled(requirement, "title");
        var by = Filled(requirement, "approved_by");
        var on = Day(requirement, "approved_on");
        if (requirement.Has("approved_by") != requirement.Has("approved_on"))
        {
            requirement.Reject(requirement.Has("approved_by") ? "approved_by" : "approved_on", "'approved_by' and 'approved_on' stand together or not at all");
        }
        NotEmpty(requirement, "acceptance");
        foreach (var criterion in requirement.Maps("acceptance", Acceptance))
        {
            var criterionId = _fields.Id(criterion);
            var text = Filled(criterion, "text");
            var tests = criterion.Texts("tests");
            foreach (var left in tests.Where(IsPlaceholder))
            {
                criterion.Reject("tests", $"'{left}' {Starters.IsLeft}", "Name a test, in full.");
            }
            yield return new AcceptanceCriterion(criterionId ?? "", id ?? "", text ?? "", tests, by, on, criterion.Node.Line);
        }
    }
}
