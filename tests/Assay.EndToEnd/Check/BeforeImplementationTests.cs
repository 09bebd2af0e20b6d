using Assay.EndToEnd.Support;

namespace Assay.EndToEnd.Check;

/// <summary>A declared component is judged by its records before it has a line of code.</summary>
public sealed class BeforeImplementationTests
{
    private static readonly string[] Due = ["threat_model", "architecture_approved", "acceptance_criteria", "acceptance_measurable", "acceptance_approved"];

    private static readonly Dictionary<string, string> Records = new()
    {
        ["requirements.yaml"] = """
            schema: assay/requirements/v1
            component: app
            requirements:
              - id: A
                title: Transfers
                approved_by: product owner
                approved_on: 2026-01-20
                acceptance:
                  - { id: A.1, text: More than the balance is refused with 409 and changes no balance, tests: [] }
            """,
        ["threat-model.yaml"] = """
            schema: assay/threat-model/v1
            component: app
            reviewed_by: security owner
            reviewed_on: 2026-01-20
            assets: [{ id: money, title: Money, classification: internal }]
            boundaries: [{ id: net, title: Internet and our network }]
            elements:
              - { id: caller, title: Callers, kind: external, no_threat: { spoofing: each shows a signed token, repudiation: every request is kept } }
              - id: api
                title: The service
                kind: process
                no_threat: { tampering: its image is signed by us, repudiation: each posting names its request, information_disclosure: answers hold one's own accounts only, denial_of_service: the gateway bounds each caller, elevation_of_privilege: there is one role only }
            entry_points: [{ id: http, title: HTTP, element: api }]
            flows:
              - { id: call, from: caller, to: api, carries: [money], crosses: [net], no_threat: { tampering: TLS 1.3 from end to end, information_disclosure: nothing but TLS is open, denial_of_service: the gateway drops what floods } }
            threats:
              - id: T1
                title: A stolen token moves money
                element: api
                category: spoofing
                dread: { damage: 8, reproducibility: 5, exploitability: 4, affected_users: 3, discoverability: 6 }
                mitigations: [{ kind: preventive, what: Tokens end soon, owner: payments team, status: planned }]
            """,
        ["decisions/0001-ledger.md"] = """
            ---
            status: accepted
            approved_by: architecture board
            approved_on: 2026-01-20
            ---
            # One ledger
            ## Context
            Money must never be in two places.
            ## Decision
            One database holds every posting there is.
            ## Scale
            It bears 80 transfers a second on one core.
            ## Security
            Only the service can reach the file.
            ## Consequences
            A second region needs a new decision.
            """,
    };

    [Fact]
    public void A_component_without_a_file_is_judged_and_everything_is_missing()
    {
        using var repository = Declared();
        var run = repository.Assay("check", "--phase", "pre_implementation", "--format", "json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("enterprise", run.Json.GetProperty("profile").GetString());
        Assert.All(Due, id => Assert.Equal((id, "missing"), (id, run.Status(id))));
        Assert.Equal("not_due", run.Status("tests_run"));
        Assert.False(Directory.Exists(repository.FullPath(".assay/evidence")), "nothing is run before implementation");
    }

    [Fact]
    public void At_other_phases_a_component_without_a_file_is_an_error()
    {
        using var repository = Declared();
        var run = repository.Assay("check", "--no-collect");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--phase pre_implementation", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_its_records_the_design_holds()
    {
        using var repository = Declared();
        foreach (var (path, text) in Records) repository.Write($"services/app/{path}", text);
        repository.Commit("the design");
        var run = repository.Assay("check", "--phase", "pre_implementation", "--format", "json");
        Assert.All(Due, id => Assert.True(run.Status(id) == "pass", $"{id}: {run.Finding(id)}"));
    }

    [Theory]
    [InlineData("requirements.yaml", "acceptance_criteria")]
    [InlineData("threat-model.yaml", "threat_model")]
    [InlineData("decisions/0001-ledger.md", "architecture_approved")]
    public void Each_record_that_is_taken_away_blocks(string gone, string criterion)
    {
        using var repository = Declared();
        foreach (var (path, text) in Records.Where(record => record.Key != gone)) repository.Write($"services/app/{path}", text);
        repository.Commit("the design, but for one record");
        var run = repository.Assay("check", "--phase", "pre_implementation", "--format", "json");
        Assert.Equal((1, "missing"), (run.ExitCode, run.Status(criterion)));
    }

    [Fact]
    public void A_starter_is_written_once_and_counts_as_missing_until_it_is_filled_in()
    {
        using var repository = Declared();
        Directory.CreateDirectory(repository.FullPath("services/app"));
        var run = repository.Assay("init", "services/app", "threat-model", "requirements", "decisions");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("places that say replace:", run.Out, StringComparison.Ordinal);
        repository.Write("services/app/threat-model.yaml", "mine");
        Assert.Contains("kept ", repository.Assay("init", "services/app", "threat-model").Out, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(repository.FullPath("services/app/threat-model.yaml")));
        File.Delete(repository.FullPath("services/app/threat-model.yaml"));
        Assert.Equal(0, repository.Assay("init", "services/app", "threat-model").ExitCode);
        repository.Commit("starters");
        var judged = repository.Assay("check", "--phase", "pre_implementation", "--format", "json");
        Assert.All(Due, id => Assert.Equal((id, "missing"), (id, judged.Status(id))));
        Assert.Contains("still holds what the starter wrote", judged.Finding("threat_model").GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_does_not_exist_is_named_with_what_is_near()
    {
        using var repository = Declared();
        var run = repository.Assay("init", ".", "tread-model");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Did you mean threat-model?", run.Error, StringComparison.Ordinal);
    }

    private static Repository Declared()
    {
        var repository = Repository.Create();
        repository.Write("assay.yaml", "schema: assay/config/v1\ncomponents:\n  - { id: app, kind: service, path: services/app }\n");
        repository.Commit("a component is declared");
        return repository;
    }
}
