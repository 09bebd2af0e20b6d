using Assay.Core.Errors;
using Assay.Core.Observations;
using Assay.Evidence.OpenApi;

namespace Assay.Tests.Evidence.OpenApi;

public class OpenApiReaderTests
{
    private static readonly OpenApiReader Reader = new();

    private const string Json = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Payments" },
          "paths": {
            "/accounts": {
              "post": {
                "operationId": "open",
                "summary": "Open an account",
                "description": "Opens an account with a balance of zero.",
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Node" } } } },
                "responses": { "201": { "$ref": "#/components/responses/Opened" }, "default": { "description": "It was refused." } }
              }
            }
          },
          "components": {
            "schemas": { "Node": { "type": "object", "properties": { "name": { "type": "string", "example": "a" }, "kind": { "enum": ["x"] } } },
                         "Round": { "type": "object", "properties": { "next": { "$ref": "#/components/schemas/Round" } } } },
            "responses": { "Opened": { "description": "It was opened.", "content": { "application/json": { "examples": { "one": { "value": { "id": 1 } } } } } } }
          }
        }
        """;

    [Fact]
    public void Json_and_yaml_are_read_alike_with_places()
    {
        var operation = Assert.Single(HostileInput.Read(Reader, Json).Observations.OfType<ApiOperation>());
        Assert.Equal(("POST", "/accounts", "open", 6), (operation.Method, operation.Path, operation.Id, operation.Line));
        Assert.Empty(operation.Gaps);
    }

    [Fact]
    public void A_schema_that_holds_itself_ends() =>
        Assert.Equal(["no example of the request as application/json"],
            Assert.Single(HostileInput.Read(Reader, Json.Replace("schemas/Node\" } } }", "schemas/Round\" } } }", StringComparison.Ordinal)).Observations.OfType<ApiOperation>()).Gaps);

    [Fact]
    public void A_reference_that_leads_round_ends() =>
        Assert.Contains("circle", Assert.Single(HostileInput.Read(Reader, Json.Replace("\"Opened\": { \"description\": \"It was opened.\"", "\"Opened\": { \"$ref\": \"#/components/responses/Opened\"", StringComparison.Ordinal))
            .Observations.OfType<ApiOperation>()).Gaps[0], StringComparison.Ordinal);

    [Fact]
    public void What_stands_beside_a_reference_of_a_path_is_read_too()
    {
        const string Beside = "openapi: 3.1.0\npaths:\n  /a:\n    $ref: '#/components/pathItems/A'\n    delete: {}\n  /b:\n    $ref: other.yaml\n    post: {}\ncomponents:\n  pathItems:\n    A:\n      get: {}\n";
        Assert.Equal(["DELETE /a", "GET /a", "ANY /b", "POST /b"],
            HostileInput.Read(Reader, Beside).Observations.OfType<ApiOperation>().Where(operation => !operation.Gaps.IsEmpty).Select(operation => $"{operation.Method} {operation.Path}"));
    }

    [Fact]
    public void A_method_in_large_letters_is_a_gap() =>
        Assert.Contains("small letters", Assert.Single(HostileInput.Read(Reader, Json.Replace("\"post\"", "\"POST\"", StringComparison.Ordinal)).Observations.OfType<ApiOperation>()).Gaps[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"swagger\": \"2.0\", \"info\": {}, \"paths\": {}}")]
    [InlineData("openapi: 4.0.0\npaths: {}\n")]
    public void Another_version_is_refused(string text) => Assert.Equal(EvidenceErrors.UnsupportedVersion, HostileInput.Read(Reader, text).Error?.Kind);

    [Theory]
    [InlineData("{\"openapi\": \"3.1.0\", \"openapi\": \"3.1.0\"}")]
    [InlineData("{\"openapi\": \"3.1.0\", \"paths\": []")]
    [InlineData("openapi: 3.1.0\npaths: [a]\n")]
    public void Malformed_content_is_refused(string text) => Assert.Equal(EvidenceErrors.Unreadable, HostileInput.Read(Reader, text).Error?.Kind);

    [Fact]
    public void Every_cut_is_refused() => HostileInput.IsRefusedWhereverItIsCutOff(Reader, Json);

    [Fact]
    public void No_mutation_of_json_or_yaml_throws()
    {
        HostileInput.NeverThrows(Reader, Json);
        HostileInput.NeverThrows(Reader, File.ReadAllText(Path.Combine(Repository.Root, "samples/payments/openapi.yaml")), 100);
    }

    [Fact]
    public void Deep_nesting_is_refused() => Assert.NotNull(HostileInput.Read(Reader, HostileInput.Nested("{\"openapi\":\"3.1.0\",\"x\":", "[", 100_000, "", "]", "}")).Error);

    [Fact]
    public void The_sample_describes_all_its_operations() =>
        Assert.Equal([], HostileInput.Read(Reader, File.ReadAllText(Path.Combine(Repository.Root, "samples/payments/openapi.yaml"))).Observations.OfType<ApiOperation>()
            .SelectMany(operation => operation.Gaps.Select(gap => $"{operation.Method} {operation.Path}: {gap}")));
}
