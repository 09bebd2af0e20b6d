using System.Text.Json.Serialization;

namespace Assay.Evidence.Store;

/// <summary>How <c>record.json</c> is written. A key that is missing is a mistake, since a default would make up provenance.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, MaxDepth = 8)]
[JsonSerializable(typeof(StepRecord))]
internal sealed partial class StoreJson : JsonSerializerContext;
