using System.Reflection;
using Assay.Core.Facts;

namespace Assay.Tests.Facts;

public sealed class FactCatalogTests
{
    [Fact]
    public void Every_fact_has_one_name_in_code()
    {
        var names = typeof(FactNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.NotEmpty(names);
        Assert.Equal(names.Order(StringComparer.Ordinal), FactCatalog.All.Select(fact => fact.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_are_unique_and_of_one_form()
    {
        Assert.Equal(FactCatalog.All.Length, FactCatalog.All.Select(fact => fact.Name).Distinct().Count());
        Assert.All(FactCatalog.All, fact => Assert.Matches("^[a-z0-9_]+\\.[a-z0-9_]+$", fact.Name));
        Assert.All(FactCatalog.All, fact => Assert.EndsWith(".", fact.Meaning, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fact_is_found_by_its_exact_name_only()
    {
        Assert.Equal("coverage.lines", FactCatalog.Find("coverage.lines")!.Name);
        Assert.Null(FactCatalog.Find("Coverage.Lines"));
    }
}
