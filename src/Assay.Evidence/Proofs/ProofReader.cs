using Assay.Core.Errors;
using Assay.Core.Proofs;
using Assay.Evidence.Json;

namespace Assay.Evidence.Proofs;

/// <summary>What <c>assay prove</c> wrote, <c>assay/proof/v1</c>. See reader.md.</summary>
internal sealed class ProofReader : IEvidenceReader
{
    public string Format => "assay-proof";

    public bool Claims(ContentHead head) => head.Shape == ContentShape.Json && head.Schema?.StartsWith("assay/proof/", StringComparison.Ordinal) == true;

    public ReadOutcome Read(Stream content, CancellationToken cancellation) => JsonReading.Read(content, cancellation, ReadProof);

    private static ReadOutcome ReadProof(JsonPull json)
    {
        if (!json.NextKey() || json.Key != "schema") throw json.Mistake(EvidenceErrors.Unreadable, "a proof begins with its 'schema'");
        if (json.TakeText() != Proof.Schema) throw json.Mistake(EvidenceErrors.UnsupportedVersion, $"only {Proof.Schema} is read");
        var document = new ProofDocument(json);
        document.Read();
        return document.Proof() is var proof && ProofContradictions.First(proof) is { } contradiction
            ? JsonReading.Refused(EvidenceErrors.Unreadable, $"it contradicts itself: {contradiction}", "Run assay prove again; nothing but Assay writes this file.")
            : new ReadOutcome([.. ProofDocument.Observations(proof)], "v1", "assay prove");
    }
}
