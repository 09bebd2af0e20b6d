using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Observations;
using Assay.Evidence.Json;

namespace Assay.Evidence.CycloneDx;

/// <summary>What a bill says of itself.</summary>
internal static class CycloneDxMetadata
{
    /// <summary>The tool that wrote the bill; null where it names none. The metadata object has been stepped into.</summary>
    internal static string? ReadProducer(JsonPull json)
    {
        string? producer = null;
        while (json.NextKey())
        {
            switch (json.Key)
            {
                case "tools":
                    producer = ReadTools(json);
                    break;
                case "component" when json.BeginObject(): // what the bill is about is no part of itself, but has to be well-formed
                    CycloneDxComponent.Read(json, ImmutableArray.CreateBuilder<Observation>());
                    break;
                case "component":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return producer;
    }

    // A list until 1.4; since 1.5 also an object with components and services.
    private static string? ReadTools(JsonPull json)
    {
        string? first = null;
        if (json.BeginArrayOrObject() is not { } token)
        {
            return null;
        }
        if (token == JsonTokenType.StartArray)
        {
            return ReadList(json);
        }
        while (json.NextKey())
        {
            if (json.Key != "components")
            {
                json.Skip();
            }
            else if (json.BeginArray())
            {
                first = ReadList(json);
            }
        }
        return first;
    }

    private static string? ReadList(JsonPull json)
    {
        string? first = null;
        while (json.NextObject())
        {
            string? name = null, version = null;
            while (json.NextKey())
            {
                switch (json.Key)
                {
                    case "name":
                        name = json.TakeText();
                        break;
                    case "version":
                        version = json.TakeText();
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }
            first ??= name is null ? null : version is null ? name : $"{name} {version}";
        }
        return first;
    }
}
