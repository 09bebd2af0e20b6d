using System.IO.Compression;

namespace Assay.Tests.Evidence.Osv;

/// <summary>A small database in OSV's format. The first of each ecosystem has the id and range of a published advisory; the others are made up.</summary>
internal static class Advisories
{
    internal const string Modified = "2026-11-20T04:11:00Z";

    internal static string One(
        string id, string ecosystem, string name, string events, string severity = "HIGH", string modified = Modified, string more = "", string versions = "[]", string type = "ECOSYSTEM") =>
        $$"""
        { "schema_version": "1.7.0", "id": "{{id}}", "modified": "{{modified}}", {{more}} "summary": "s", "details": "d",
          "affected": [{ "package": { "ecosystem": "{{ecosystem}}", "name": "{{name}}", "purl": "pkg:x/y" }, "versions": {{versions}},
            "ranges": [{ "type": "{{type}}", "events": [{{events}}] }], "database_specific": { "source": "x" } }],
          "database_specific": { {{(severity.Length == 0 ? "" : $"\"severity\": \"{severity}\", ")}}"cwe_ids": ["CWE-1"] } }
        """;

    internal static readonly string Newtonsoft = One("GHSA-5crp-9r3c-p9vr", "NuGet", "Newtonsoft.Json", """{ "introduced": "0" }, { "fixed": "13.0.1" }""", more: "\"aliases\": [\"CVE-2024-21907\"],");

    internal static readonly string Lodash = One("GHSA-jf85-cpcp-j695", "npm", "lodash", """{ "introduced": "0" }, { "fixed": "4.17.12" }""", "CRITICAL", more: "\"aliases\": [\"CVE-2019-10744\"],", type: "SEMVER");

    internal static readonly string Urllib = One("GHSA-mh33-7rrq-662w", "PyPI", "urllib3", """{ "introduced": "0" }, { "fixed": "1.24.2" }""", more: "\"aliases\": [\"CVE-2019-11324\"],");

    internal static readonly string Example = One("GHSA-aaaa-bbbb-cccc", "NuGet", "Example.Json", """{ "introduced": "0" }, { "fixed": "4.1.2" }""");

    /// <summary>A zip as it is published for an ecosystem.</summary>
    internal static void Zip(string path, params string[] advisories)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        for (var at = 0; at < advisories.Length; at++)
        {
            using var writer = new StreamWriter(zip.CreateEntry($"A-{at}.json").Open());
            writer.Write(advisories[at]);
        }
    }
}
