using Assay.Core.Components;
using Assay.Core.Configurations;
using Assay.Tests.Support;
using Assay.Toolchains.Components;

namespace Assay.Tests.Toolchains.Components;

/// <summary>Catches a program that nobody looks at because its name has no ending.</summary>
public sealed class ShebangTests
{
    [Theory]
    [InlineData("#!/usr/bin/env node\n", true)]
    [InlineData("#!/usr/bin/env -S node --enable-source-maps\n", true)]
    [InlineData("#!/usr/bin/python3.11\r\nprint(1)", true)]
    [InlineData("#!/bin/sh\nnode server.js\n", false)]
    [InlineData("#!/opt/nodes/run\n", false)]
    [InlineData("MIT License\n", false)]
    [InlineData("", false)]
    public void A_program_without_an_ending_is_a_source_by_its_first_line(string text, bool source)
    {
        var files = Inventory.Of(new FakeTree(("bin/shop", text)), new Component("app", "", ComponentKind.Tool, ComponentKind.Tool, [], ""), ComponentConfiguration.Detected("app", ""));

        Assert.Equal(source ? [new("bin/shop", FileRole.Production)] : [], files);
    }
}
