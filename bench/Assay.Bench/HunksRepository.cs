using System.Globalization;

namespace Assay.Bench;

/// <summary>Ten functions far from each other, each with many tests; the second commit edits all ten and adds one test for each.</summary>
internal static class HunksRepository
{
    public const int Hunks = 10;

    /// <summary>Tests of each function at the first commit.</summary>
    private const int Tests = 30;

    public static void Node(string root)
    {
        GeneratedRepository.Write(root, ".gitignore", ".assay/\nnode_modules/\n");
        GeneratedRepository.Write(root, "package.json", "{ \"name\": \"prices\", \"version\": \"1.0.0\", \"type\": \"module\", \"scripts\": { \"test\": \"node --test\" } }\n");
        Commits(root, "src/prices.js", at => $"export function price{at}(amount) {{\n  const tax = 0;\n  {{0}}\n}}\n", at => $"test/price{at}.test.js",
            at => $"import test from \"node:test\";\nimport assert from \"node:assert\";\nimport {{ price{at} }} from \"../src/prices.js\";\n",
            (at, amount, expected) => $"test(\"{at}: {amount}\", () => assert.equal(price{at}({amount}), {expected}));\n", "", "");
    }

    public static void DotNet(string root)
    {
        GeneratedRepository.Write(root, ".gitignore", ".assay/\nbin/\nobj/\nTestResults/\n");
        GeneratedRepository.Write(root, "global.json", "{ \"test\": { \"runner\": \"Microsoft.Testing.Platform\" } }\n");
        GeneratedRepository.Write(root, "prices.slnx", "<Solution>\n  <Project Path=\"src/Prices/Prices.csproj\" />\n  <Project Path=\"tests/Prices.Tests/Prices.Tests.csproj\" />\n</Solution>\n");
        GeneratedRepository.Write(root, "src/Prices/Prices.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n    <TargetFramework>net10.0</TargetFramework>\n  </PropertyGroup>\n</Project>\n");
        GeneratedRepository.Write(root, "tests/Prices.Tests/Prices.Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <IsTestProject>true</IsTestProject>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.Testing.Extensions.CodeCoverage" Version="18.12.0" />
                <PackageReference Include="xunit.v3.mtp-v2" Version="4.0.2" />
                <ProjectReference Include="../../src/Prices/Prices.csproj" />
              </ItemGroup>
            </Project>

            """);
        Commits(root, "src/Prices/Price.cs", at => $"    public static int Price{at}(int amount)\n    {{\n        var tax = 0;\n        {{0}}\n    }}\n\n", at => $"tests/Prices.Tests/Price{at}Tests.cs",
            at => $"using Prices;\nusing Xunit;\n\npublic class Price{at}Tests\n{{\n",
            (at, amount, expected) => $"    [Fact]\n    public void Of_{amount}() => Assert.Equal({expected}, Price.Price{at}({amount}));\n\n", "namespace Prices;\n\npublic static class Price\n{\n", "}\n");
    }

    private static void Commits(
        string root, string source, Func<int, string> function, Func<int, string> file, Func<int, string> head, Func<int, int, int, string> test, string open, string close)
    {
        Write(after: false);
        GeneratedRepository.Git(root, "init", "-q", "-b", "main");
        GeneratedRepository.Git(root, "add", "-A");
        GeneratedRepository.Commit(root, "prices");
        Write(after: true);
        GeneratedRepository.Git(root, "add", "-A");
        GeneratedRepository.Commit(root, "a discount from 100 on");

        void Write(bool after)
        {
            var numbers = Enumerable.Range(0, Hunks);
            GeneratedRepository.Write(root, source, open + string.Concat(numbers.Select(at =>
                function(at).Replace("{0}", after ? string.Create(CultureInfo.InvariantCulture, $"return amount >= 100 ? amount - {at + 1} + tax : amount + tax;") : "return amount + tax;", StringComparison.Ordinal))) + close);
            foreach (var at in numbers)
            {
                GeneratedRepository.Write(root, file(at),
                    head(at) + string.Concat(Enumerable.Range(0, Tests).Select(amount => test(at, amount, amount))) + (after ? test(at, 100, 100 - at - 1) : "") + close);
            }
        }
    }
}
