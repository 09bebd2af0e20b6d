using System.Text.Json;
using Assay.Core;
using Assay.Core.Facts;
using Assay.Core.Quantities;

namespace Assay.Output.Json;

/// <summary>A fact with its exact value.</summary>
internal static class FactJson
{
    public static void Write(Utf8JsonWriter json, Fact fact)
    {
        json.Text("name", fact.Name);
        json.Text("component", fact.Component);
        json.Text("at", "head");
        Value(json, fact.Value);
        json.Text("unit", (fact.Value?.Unit ?? FactCatalog.Find(fact.Name)?.Unit) is { } unit ? Units.Symbol(unit) : "");
        json.Text("state", Snake.Case(fact.State));
        json.Text("detail", fact.Detail);
        json.Text("reason", fact.Reason);
        json.Objects("locations", fact.Locations, LocationJson.Write);
        json.Texts("sources", fact.Sources);
    }

    private static void Value(Utf8JsonWriter json, Quantity? value)
    {
        if (value is not { } known) json.WriteNull("value");
        else if (known.Unit == Unit.Boolean) json.WriteBoolean("value", known.Value != 0);
        else json.WriteNumber("value", WithoutTrailingZeros(known.Value));
    }

    /// <summary>The same number, whatever scale it was computed with; 87.20 and 87.2 are not to differ in bytes.</summary>
    private static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;
}
