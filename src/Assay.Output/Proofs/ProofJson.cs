using System.Globalization;
using System.Text.Json;
using Assay.Core;
using Assay.Core.Proofs;
using Assay.Output.Json;

namespace Assay.Output.Proofs;

/// <summary>
/// The proof with all that it shows, as <c>schemas/proof.schema.json</c> describes it. Options change nothing. It is also the record that a check reads.
/// </summary>
internal sealed class ProofJson : IProofFormat
{
    public string Name => "json";

    public void Write(Proof proof, Stream output, OutputOptions options, ProofSources? sources = null) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        Fields(json, proof);
        json.WriteEndObject();
    });

    internal static void Fields(Utf8JsonWriter json, Proof proof)
    {
        json.Text("schema", Proof.Schema);
        json.Text("repository", proof.Repository);
        json.Text("base", proof.Base);
        json.Text("head", proof.Head);
        json.WriteBoolean("dirty", proof.Dirty);
        json.Text("outcome", Snake.Case(proof.Outcome));
        json.Text("reason", proof.Reason);
        json.Text("nextStep", proof.NextStep);
        json.Objects("components", proof.Components, Component);
        json.Objects("tests", proof.Tests, Test);
        if (proof.Hunks is { } hunks) json.Objects("hunks", hunks, Hunk);
        else json.WriteNull("hunks");
        json.Objects("weakened", proof.Weakened, Weakened);
        json.Objects("phases", proof.Phases, Phase);
    }

    private static void Component(Utf8JsonWriter json, ComponentProof component)
    {
        json.Text("id", component.Id);
        json.Text("path", component.Path);
        json.Text("subject", component.Subject);
        json.Text("outcome", Snake.Case(component.Outcome));
        json.Text("reason", component.Reason);
        json.Text("nextStep", component.NextStep);
        json.WriteNumber("unaffected", component.Unaffected);
    }

    private static void Test(Utf8JsonWriter json, TestProof test)
    {
        json.Text("component", test.Component);
        json.Text("id", test.Id);
        json.Text("run", test.Run);
        json.Text("file", test.File);
        json.Text("outcome", Snake.Case(test.Outcome));
        json.Text("base", Snake.Case(test.Base));
        json.Text("red", Snake.Case(test.Red));
        json.Text("green", Snake.Case(test.Green));
        json.Text("reason", test.Reason);
        json.Text("message", test.Message);
    }

    private static void Hunk(Utf8JsonWriter json, HunkProof hunk)
    {
        json.Text("component", hunk.Component);
        json.Text("file", hunk.File);
        json.Text("lines", HunkLines.Of(hunk.FirstLine, hunk.LastLine));
        json.WriteBoolean("held", hunk.Held);
        json.Text("by", hunk.By);
        json.Text("reason", hunk.Reason);
    }

    private static void Weakened(Utf8JsonWriter json, WeakenedTest test)
    {
        json.Text("component", test.Component);
        json.Text("test", test.Test);
        json.Text("file", test.File);
        json.WriteNumber("line", test.Line);
        json.Text("weakness", Snake.Case(test.Weakness));
        json.Text("what", test.What);
        json.Texts("diff", test.Diff);
    }

    private static void Phase(Utf8JsonWriter json, ProofPhase phase)
    {
        json.Text("component", phase.Component);
        json.Text("name", phase.Phase);
        json.Text("command", phase.Command);
        json.WritePropertyName("duration");
        json.WriteRawValue(phase.Duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture));
        json.Number("exit", phase.Exit);
        json.WriteBoolean("cached", phase.Cached);
    }
}
