namespace Assay.Tests.Toolchains.DotNet;

/// <summary>
/// One solution for many questions, because a real build takes its time: a library with a warning, an analyzer's finding and a catch that no test
/// reaches; VSTest tests for two target frameworks; tests of Microsoft.Testing.Platform.
/// </summary>
public sealed class TestedSolution : IAsyncLifetime
{
    internal SmallSolution Solution { get; } = new(
        ("small.slnx", """<Solution><Project Path="Lib/Lib.csproj" /><Project Path="V/V.csproj" /><Project Path="P/P.csproj" /></Solution>"""),
        ("Lib/Lib.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net8.0</TargetFramework><Nullable>enable</Nullable><AnalysisMode>All</AnalysisMode><ErrorLog>own.sarif</ErrorLog></PropertyGroup>
            </Project>
            """),
        ("Lib/Divide.cs", """
            namespace Small;
            public class Divide
            {
                public static int By(int a, int b)
                {
                    try
                    {
                        return a / b;
                    }
                    catch (System.DivideByZeroException)
                    {
                        return 0;
                    }
                }
                public static string Null() { string none = null; return none; }
            }
            """),
        ("V/V.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net10.0;net8.0</TargetFrameworks><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
                <PackageReference Include="xunit.v3.mtp-off" Version="4.0.2" />
                <PackageReference Include="xunit.runner.visualstudio" Version="4.0.1" />
                <ProjectReference Include="../Lib/Lib.csproj" />
              </ItemGroup>
            </Project>
            """),
        ("V/Tests.cs", """
            using Xunit;
            public class Tests
            {
                [Fact] public void Passes() => Assert.Equal(2, Small.Divide.By(4, 2));
                [Fact] public void Fails() => Assert.Equal(3, Small.Divide.By(4, 2));
            }
            """),
        ("P/P.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="xunit.v3.mtp-v2" Version="4.0.2" />
                <PackageReference Include="Microsoft.Testing.Extensions.CodeCoverage" Version="18.12.0" />
                <PackageReference Include="Microsoft.Testing.Extensions.TrxReport" Version="2.5.2" />
                <ProjectReference Include="../Lib/Lib.csproj" />
              </ItemGroup>
            </Project>
            """),
        ("P/Tests.cs", "public class OnPlatform { [Xunit.Fact] public void Runs() => Xunit.Assert.Equal(1, Small.Divide.By(2, 2)); }"));

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await Solution.RunAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Solution.Dispose();
        return ValueTask.CompletedTask;
    }
}
