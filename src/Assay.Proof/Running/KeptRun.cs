using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Assay.Core.Observations;
using Assay.Core.Proofs;

namespace Assay.Proof.Running;

/// <summary>A run without a problem, as it stands in the cache.</summary>
/// <param name="Key">The key that it is kept under, so that a file in another's place is found out.</param>
internal sealed record KeptRun(
    string Key, DateTimeOffset KeptAt, ImmutableArray<TestCase> Tests, ImmutableArray<ToolFinding> CompileErrors, ImmutableArray<FileCoverage> Coverage,
    ImmutableArray<ProofPhase> Commands);

/// <summary>How kept runs are written. A key that is missing is a mistake, since a default would make up a result.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, MaxDepth = 16)]
[JsonSerializable(typeof(KeptRun))]
internal sealed partial class KeptRunJson : JsonSerializerContext;
