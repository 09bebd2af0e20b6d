using Assay.Toolchains.Node;
using Assay.Toolchains.Node.Testing;

namespace Assay.Tests.Toolchains.Node.Testing;

public sealed class TestScriptTests
{
    [Theory]
    [InlineData("""{"test": "pnpm lint && vitest run --typecheck"}""", "Vitest", "run --typecheck", "")]
    [InlineData("""{"test": "npm run build && mocha -r tsx 'test/**/*.ts'"}""", "Mocha", "-r tsx test/**/*.ts", "npm run build")]
    [InlineData("""{"test": "npm run test:unit", "test:unit": "jest --config a.json"}""", "Jest", "--config a.json", "")]
    [InlineData("""{"pretest": "tsc && eslint .", "test": "c8 node --import tsx --test"}""", "Node", "--import tsx --test", "tsc")]
    [InlineData("""{"test": "tsc --noEmit && nyc mocha"}""", "Mocha", "", "")]
    [InlineData("""{"test": "karma start"}""", "Unknown", "", "")]
    public void The_runner_is_found_in_the_test_script_with_what_must_run_before(string scripts, string runner, string arguments, string before)
    {
        TestScript script = Assert.Single(TestScript.Of(Manifest(scripts)));

        Assert.Equal(runner, script.Runner.ToString());
        Assert.Equal(arguments, string.Join(' ', script.Arguments));
        Assert.Equal(before, string.Join(';', script.Before));
    }

    /// <summary>A second run that fails fails <c>npm test</c>, and would not be seen where only the first is run.</summary>
    [Theory]
    [InlineData("""{"test": "node --test test/unit && node --test test/slow"}""", "--test test/unit; --test test/slow")]
    [InlineData("""{"test": "npm run test:unit && npm run test:slow", "test:unit": "vitest run unit", "test:slow": "vitest run slow"}""", "run unit; run slow")]
    [InlineData("""{"test": "run-s 'test:*'", "test:a": "mocha a", "test:b": "mocha b"}""", "a; b")]
    [InlineData("""{"test": "concurrently \"npm run a\" \"npm:b\"", "a": "jest a", "b": "jest b"}""", "a; b")]
    [InlineData("""{"test": "mocha a", "posttest": "npm run lint && mocha b", "lint": "tsc && eslint ."}""", "a; b")]
    [InlineData("""{"test": "npm test", "test:unit": "mocha a"}""", "a")]
    public void Every_run_that_the_test_script_starts_is_run(string scripts, string runs) =>
        Assert.Equal(runs, string.Join("; ", TestScript.Of(Manifest(scripts)).Select(run => string.Join(' ', run.Arguments))));

    [Fact]
    public void Variables_and_options_of_node_are_kept()
    {
        TestScript script = TestScript.Of(Manifest("""{"test": "cross-env TZ=UTC node --experimental-vm-modules node_modules/.bin/jest"}"""))[0];

        Assert.Equal(TestRunner.Jest, script.Runner);
        Assert.Equal(("UTC", "--experimental-vm-modules"), (script.Variables["TZ"], script.Variables["NODE_OPTIONS"]));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"test": "echo \"Error: no test specified\" && exit 1"}""")]
    public void A_package_without_tests_has_none_to_run(string scripts) => Assert.Empty(TestScript.Of(Manifest(scripts)));

    [Fact]
    public void The_project_s_own_reporters_watching_and_bounds_are_left_out_and_the_rest_is_kept()
    {
        var arguments = TestCommand.Vitest(["run", "--reporter=dot", "--reporter", "verbose", "--coverage.thresholds.lines=90", "--coverage", "--bail", "1", "--config", "v.ts"], "/e", "v8", TestFilter.All);
        Assert.Equal(["run", "--config", "v.ts", "--reporter=junit", "--outputFile=/e/junit.xml", "--bail=0", "--coverage.enabled"], arguments.Take(7));

        Assert.Equal(["test/*.js", "--reporter", "/m.cjs"], TestCommand.Mocha(["-R", "dot", "--watch", "test/*.js"], "/m.cjs", "/j", TestFilter.All).Take(3));
        Assert.Equal(["--config", "a.json", "--ci"], TestCommand.Jest(["--watchAll", "--coverage=false", "--config", "a.json"], "/e", "/j", coverage: true, TestFilter.All).Take(3));
        Assert.DoesNotContain("--coverage.enabled", TestCommand.Vitest([], "/e", null, TestFilter.All));
    }

    private static NodeManifest Manifest(string scripts) =>
        NodeManifest.Read(System.Text.Encoding.UTF8.GetBytes("{\"scripts\": " + scripts + "}"))!;
}
