using System.Globalization;
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
        else Exact(json, known.Value);
    }

    /// <summary>Every digit, and none that says nothing: 87.20 and 87.2 are not to differ in bytes.</summary>
    private static void Exact(Utf8JsonWriter json, decimal value)
    {
        json.WritePropertyName("value");
        json.WriteRawValue(value.ToString("0.############################", CultureInfo.InvariantCulture));
    }
}
