using System.Reflection;
using Assay.Core.Errors;

namespace Assay.Tests.Errors;

public sealed class ErrorCatalogTests
{
    [Fact]
    public void Every_kind_that_code_can_report_is_registered()
    {
        var declared = typeof(ErrorKind).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(ErrorKind))
            .Select(field => (ErrorKind)field.GetValue(null)!).ToList();
        Assert.NotEmpty(declared);
        Assert.Equal(declared.Select(kind => kind.Code).Order(StringComparer.Ordinal), ErrorCatalog.All.Select(kind => kind.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_are_well_formed_and_unique()
    {
        Assert.All(ErrorCatalog.All, kind => Assert.Matches("^ASY[0-9]{4}$", kind.Code));
        Assert.Equal(ErrorCatalog.All.Length, ErrorCatalog.All.Select(kind => kind.Code).Distinct().Count());
    }

    [Fact]
    public void Every_kind_says_what_it_is_why_it_stops_and_what_to_do() =>
        Assert.All(ErrorCatalog.All, kind =>
        {
            Assert.False(string.IsNullOrWhiteSpace(kind.Title) || kind.Title.EndsWith('.'), kind.Code);
            Assert.True(kind.Explanation.EndsWith('.'), kind.Code);
            Assert.False(string.IsNullOrWhiteSpace(kind.NextStep), kind.Code);
        });

    [Fact]
    public void A_code_is_found_whatever_its_case() => Assert.Same(GitErrors.ShallowClone, ErrorCatalog.Find("asy1304"));

    [Fact]
    public void An_error_says_where_as_far_as_it_knows()
    {
        var error = new AssayError(GitErrors.GitFailed, "x", "a.cs", 3, 7);
        Assert.Equal(["a.cs:3:7", "a.cs:3", "a.cs", null], new[] { error, error with { Column = null }, error with { Line = null, Column = null }, error with { File = null } }.Select(e => e.Where));
        Assert.Equal(("Run the shown git command by hand.", "Other."), (error.Step, (error with { NextStep = "Other." }).Step));
    }
}
