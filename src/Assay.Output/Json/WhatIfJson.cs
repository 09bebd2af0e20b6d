using System.Text.Json;
using Assay.Core;
using Assay.Core.Judging;

namespace Assay.Output.Json;

/// <summary>What another standard would change.</summary>
internal static class WhatIfJson
{
    public static void Write(Utf8JsonWriter json, WhatIf? whatIf)
    {
        if (whatIf is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteStartObject("standard");
        json.Text("name", whatIf.Standard.Name);
        json.Text("version", whatIf.Standard.Version);
        json.Text("digest", whatIf.Standard.Digest);
        json.WriteEndObject();
        json.Text("profile", Snake.Case(whatIf.Profile));
        json.Text("profileReason", whatIf.ProfileReason);
        json.Text("verdict", Snake.Case(whatIf.Outcome));
        json.Objects("blocks", whatIf.Blocks, Criterion);
        json.Objects("blocksNoMore", whatIf.BlocksNoMore, Criterion);
        json.Objects("bounds", whatIf.Bounds, static (json, bound) =>
        {
            json.Text("component", bound.Component);
            json.Text("gate", bound.Gate);
            json.Text("id", bound.Criterion);
            json.Text("required", bound.Is);
            json.Text("wouldRequire", bound.WouldBe);
        });
        json.Texts("misfits", whatIf.Misfits);
        json.WriteEndObject();
    }

    private static void Criterion(Utf8JsonWriter json, WhatIfCriterion criterion)
    {
        json.Text("component", criterion.Component);
        json.Text("gate", criterion.Gate);
        json.Text("id", criterion.Criterion);
        json.Text("status", criterion.Is is { } now ? Snake.Case(now) : null);
        json.Text("wouldBe", criterion.WouldBe is { } then ? Snake.Case(then) : null);
        json.Text("reason", criterion.Reason);
    }
}
