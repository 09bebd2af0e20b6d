using Assay.Core.Sources;

namespace Assay.Tests.Sources;

public class LanguagesTests
{
    [Theory]
    [InlineData("src/A.cs", Language.CSharp)]
    [InlineData("A.java", Language.Java)]
    [InlineData("a/b.mjs", Language.JavaScript)]
    [InlineData("a.jsx", Language.JavaScript)]
    [InlineData("a.d/b.TSX", Language.TypeScript)]
    [InlineData("a.cts", Language.TypeScript)]
    [InlineData("a.py", Language.Python)]
    [InlineData("a.d.ts", null)]
    [InlineData("a.d.mts", null)]
    [InlineData("a.d.cts", null)]
    [InlineData("README.md", null)]
    [InlineData("cs", null)]
    public void The_language_follows_from_the_name(string path, Language? language) => Assert.Equal(language, Languages.OfPath(path));
}
