using Assay.Core;
using Assay.Core.Proofs;
using Assay.Output.Json;

namespace Assay.Output.Proofs;

/// <summary>The history with every proof in full, as <c>schemas/proof-history.schema.json</c> describes it.</summary>
internal sealed class HistoryJson : IHistoryFormat
{
    public string Name => "json";

    public void Write(History history, Stream output, OutputOptions options) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", History.Schema);
        json.Text("repository", history.Repository);
        json.Text("base", history.Base);
        json.Text("head", history.Head);
        json.Objects("commits", history.Commits, static (json, commit) =>
        {
            json.Text("commit", commit.Commit);
            json.Text("subject", commit.Subject);
            json.Text("step", Snake.Case(commit.Step));
            json.WriteStartObject("proof");
            ProofJson.Fields(json, commit.Proof);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });
}
