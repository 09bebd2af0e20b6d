namespace Assay.Tests.Toolchains.DotNet.Trials;

/// <summary>
/// One folder with a library and tests of every framework and runner, tried in three states: as it stands, then two methods alone in a tree whose
/// tests changed, then with coverage.
/// </summary>
public sealed class Frameworks : IAsyncLifetime
{
    private const string Sdk = """<PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />""";

    internal TriedFolder Folder { get; } = new();

    internal Tried First { get; private set; } = null!;

    internal Tried Chosen { get; private set; } = null!;

    /// <summary>When the library and the tests of xunit v2 were compiled, in the first and in the second tree.</summary>
    internal (DateTime Library, DateTime Tests) Compiled { get; private set; }

    internal (DateTime Library, DateTime Tests) CompiledAgain { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Folder.Write("all.slnx", """<Solution><Project Path="Lib/Lib.csproj" /><Project Path="Bench/Bench.csproj" /><Project Path="X2/X2.csproj" /><Project Path="X3/X3.csproj" /><Project Path="Nu/Nu.csproj" /><Project Path="Ms/Ms.csproj" /></Solution>""");
        Folder.Write("Lib/Lib.csproj", Project("net8.0", ""));
        Folder.Write("Lib/Lib.cs", "namespace Small; public class Lib { public static int Add(int a, int b) => a + b; }");
        Folder.Write("Bench/Bench.csproj", Project("net10.0", """<PackageReference Include="No.Such.Package.Of.Anyone" Version="1.0.0" />"""));
        Folder.Write("Bench/Bench.cs", "this is no C#");
        Folder.Write("X2/X2.csproj", Project("net10.0;net8.0", $"""{Sdk}<PackageReference Include="xunit" Version="2.9.3" /><PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />"""));
        Folder.Write("X2/Tests.cs", Xunit);
        Folder.Write("X3/X3.csproj", Project("net10.0", """<PackageReference Include="xunit.v3.mtp-off" Version="4.0.2" />""", "<OutputType>Exe</OutputType>"));
        Folder.Write("X3/Tests.cs", Xunit);
        Folder.Write("Nu/Nu.csproj", Project("net10.0", $"""{Sdk}<PackageReference Include="NUnit" Version="4.6.1" /><PackageReference Include="NUnit3TestAdapter" Version="6.3.0" />"""));
        Folder.Write("Nu/Tests.cs", """
            using NUnit.Framework;
            namespace N;
            [TestFixture(3)] public class F(int a) { [Test] public void Sized() => Assert.That(a, Is.EqualTo(3)); }
            public class T
            {
                [TestCase(1), TestCase(2)] public void Th(int a) => Assert.That(Small.Lib.Add(0, a), Is.EqualTo(1));
                [TestCase("x"), TestCase("x")] public void Dup(string a) { }
                [Test] public void Thick() { }
            }
            """);
        Folder.Write("Ms/Ms.csproj", Project("net10.0", """<PackageReference Include="MSTest.TestAdapter" Version="4.0.2" /><PackageReference Include="MSTest.TestFramework" Version="4.0.2" /><PackageReference Include="Microsoft.Testing.Extensions.TrxReport" Version="2.0.2" />""", "<OutputType>Exe</OutputType><EnableMSTestRunner>true</EnableMSTestRunner><IsTestProject>true</IsTestProject>"));
        Folder.Write("Ms/Tests.cs", """
            using Microsoft.VisualStudio.TestTools.UnitTesting;
            namespace N;
            [TestClass] public class T
            {
                [TestMethod, DataRow(1), DataRow(2)] public void Th(int a) => Assert.AreEqual(1, Small.Lib.Add(0, a));
                [TestMethod] public void Other() => throw new System.InvalidOperationException("boom");
            }
            """);
        First = await Folder.TryAsync();
        Compiled = Times();
        Folder.Write("X2/Tests.cs", Xunit.Replace("Deep()", "Deeper()", StringComparison.Ordinal));
        Chosen = await Folder.TryAsync(only: [.. First.Tests.Where(test => test.Name is "N.T.Th" or "N.F(3).Sized")]);
        CompiledAgain = Times();
    }

    private const string Xunit = """
        using Xunit;
        namespace N;
        public class T
        {
            [Fact(DisplayName = "adds two")] public void Named() { }
            [Theory, InlineData(1), InlineData(2)] public void Th(int a) => Assert.Equal(1, Small.Lib.Add(0, a));
            public class In { [Fact] public void Deep() => throw new System.InvalidOperationException("boom " + System.AppContext.BaseDirectory); }
        }
        """;

    private static string Project(string frameworks, string packages, string properties = "") =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework{(frameworks.Contains(';') ? "s" : "")}>{frameworks}</TargetFramework{(frameworks.Contains(';') ? "s" : "")}>{properties}</PropertyGroup>
          <ItemGroup>{packages}{(packages.Length > 0 ? """<ProjectReference Include="../Lib/Lib.csproj" />""" : "")}</ItemGroup>
        </Project>
        """;

    private (DateTime, DateTime) Times() => (
        File.GetLastWriteTimeUtc(Path.Combine(Folder.Root, "Lib/obj/Debug/net8.0/Lib.dll")),
        File.GetLastWriteTimeUtc(Path.Combine(Folder.Root, "X2/obj/Debug/net10.0/X2.dll")));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
