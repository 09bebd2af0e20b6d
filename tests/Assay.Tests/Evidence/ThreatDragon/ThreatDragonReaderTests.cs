using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Observations;
using Assay.Evidence;
using Assay.Evidence.ThreatDragon;
using Assay.Tests.Support;

namespace Assay.Tests.Evidence.ThreatDragon;

public sealed class ThreatDragonReaderTests
{
    private static readonly ThreatDragonReader Reader = new();

    private static Core.Observations.ThreatModel Read(string json)
    {
        var outcome = HostileInput.Read(Reader, json);
        Assert.True(outcome.Error is null, outcome.Error?.What);
        return Assert.IsType<Core.Observations.ThreatModel>(Assert.Single(outcome.Observations));
    }

    private static Finding Judge(string json) => new Lab().File("src/A.cs", "class A { }").File("ThreatDragonModels/app/app.json", json).Of("threat_model");

    [Fact]
    public void A_model_gives_what_ours_gives()
    {
        var model = Read(DragonSample.Json);
        Assert.Equal(("app", "security owner", new DateOnly(2026, 11, 20)), (model.Component, model.ReviewedBy, model.ReviewedOn));
        Assert.Equal([("Caller", ElementKind.External), ("Service", ElementKind.Process)], model.Elements.Select(element => (element.Id, element.Kind)));
        Assert.Equal(["Our network"], Assert.Single(model.Flows).Crosses);
        Assert.Equal([new Dread(8, 5, 4, 3, 6), new Dread(5, 8, 8, 9, 9)], model.Threats.Select(threat => threat.Dread));
        Assert.Equal((MitigationKind.Preventive, "payments team", MitigationStatus.Implemented), (model.Threats[0].Mitigations[0].Kind, model.Threats[0].Mitigations[0].Owner, model.Threats[0].Mitigations[0].Status));
        Assert.Equal(new RiskAcceptance("security owner", new DateOnly(2027, 1, 31), "the gateway's limit comes in January"), model.Threats[1].Accepted);
    }

    [Fact]
    public void A_model_that_says_everything_passes() => Assert.True(Judge(DragonSample.Json) is { Status: Status.Pass } finding, string.Join('\n', Judge(DragonSample.Json).Locations.Select(location => location.Note)));

    [Theory]
    [InlineData("\\nowner: payments team", "", "Service: A stolen token moves money: a mitigation has no owner")]
    [InlineData("DREAD: 8, 5, 4, 3, 6", "", "its DREAD figures are not five from 1 to 10")]
    [InlineData("5/8/8/9/9", "7.5", "its DREAD figures are not five from 1 to 10")]
    [InlineData("5/8/8/9/9", "5/8/8/9/11", "its DREAD figures are not five from 1 to 10")]
    [InlineData("\"Mitigated\"", "\"Open\"", "is neither mitigated nor accepted")]
    [InlineData("2027-01-31", "2026-01-31", "its acceptance ended on 2026-01-31")]
    [InlineData("\\nno repudiation: it writes each posting to the ledger", "", "Service: repudiation has neither")]
    [InlineData("\"x\": 300, \"y\": 0", "\"x\": 1300, \"y\": 0", "no flow crosses a trust boundary")]
    public void What_it_does_not_say_is_named(string old, string replacement, string what)
    {
        Assert.Contains(old, DragonSample.Json, StringComparison.Ordinal);
        var finding = Judge(DragonSample.Json.Replace(old, replacement, StringComparison.Ordinal));
        Assert.Equal(Status.Fail, finding.Status);
        Assert.Contains(finding.Locations, location => location.Note!.Contains(what, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(600, false)]
    public void A_flow_crosses_a_curve_that_its_line_meets(int x, bool crosses)
    {
        var curve = $$"""{ "shape": "trust-boundary-curve", "id": "b", "source": { "x": {{x}}, "y": -100 }, "target": { "x": {{x}}, "y": 500 }, "vertices": [], "data": { "type": "tm.Boundary", "name": "Curve" } }""";
        var start = DragonSample.Json.IndexOf("{ \"shape\": \"trust-boundary-box\"", StringComparison.Ordinal);
        var end = DragonSample.Json.IndexOf("{ \"shape\": \"actor\"", StringComparison.Ordinal);
        Assert.Equal(crosses ? ["Curve"] : [], Read(DragonSample.Json[..start] + curve + ", " + DragonSample.Json[end..]).Flows[0].Crosses);
    }

    [Fact]
    public void A_model_of_version_1_is_refused() => Assert.Equal(EvidenceErrors.UnsupportedVersion,
        HostileInput.Read(Reader, """{ "summary": { "title": "x" }, "detail": { "diagrams": [{ "diagramJson": { "cells": [] } }] } }""").Error!.Kind);

    [Theory]
    [InlineData("{\"summary\": {}, \"detail\": {}}", true)]
    [InlineData("{\"summary\": {}, \"runs\": []}", false)]
    public void It_is_recognised_by_what_it_says(string text, bool claimed) => Assert.Equal(claimed, Reader.Claims(ContentHead.Of(System.Text.Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void It_is_refused_wherever_it_is_cut_off() => HostileInput.IsRefusedWhereverItIsCutOff(Reader, DragonSample.Json);

    [Fact]
    public void No_mutation_gets_through_as_an_exception() => HostileInput.NeverThrows(Reader, DragonSample.Json);
}
