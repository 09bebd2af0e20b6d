using System.IO.Compression;
using System.Text;
using Assay.Core.Errors;
using Assay.Evidence.Osv;
using Assay.Tests.Toolchains;

namespace Assay.Tests.Evidence.Osv;

[Collection(nameof(MeasuredAlone))]
public sealed class OsvDatabaseTests : IDisposable
{
    private static readonly HashSet<(string, string)> Asked = [("NuGet", "newtonsoft.json"), ("PyPI", "urllib3")];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_of_zips_and_files_is_one_database()
    {
        Advisories.Zip(folder.File("db/NuGet/all.zip"), Advisories.Newtonsoft, Advisories.Example);
        folder.Write("db/PyPI/GHSA-1.json", Advisories.Urllib);
        folder.Write("db/README.txt", "no advisory");
        var search = Search("db");
        Assert.Null(search.Error);
        Assert.Equal(["GHSA-5crp-9r3c-p9vr", "GHSA-mh33-7rrq-662w"], search.Concerning.Select(advisory => advisory.Id).Order(StringComparer.Ordinal));
        Assert.Equal(3, search.Advisories);
        Assert.Equal(["NuGet", "PyPI"], search.Newest.Keys);
        Assert.Equal(DateTimeOffset.Parse(Advisories.Modified, System.Globalization.CultureInfo.InvariantCulture), search.Newest["NuGet"]);
    }

    [Fact]
    public void A_database_that_is_not_there_is_empty_or_is_broken_gives_an_error_and_nothing_else()
    {
        folder.Write("broken/1.json", Advisories.Newtonsoft);
        folder.Write("broken/2.json", Advisories.Urllib[..^5]);
        folder.Write("null/1.json", "null");
        folder.Write("not.zip", "PK but no zip");
        Directory.CreateDirectory(folder.File("empty"));
        Advisories.Zip(folder.File("empty.zip"));

        Assert.Equal(EvidenceErrors.NotFound, Search("nowhere").Error?.Kind);
        Assert.Equal(EvidenceErrors.Empty, Search("empty").Error?.Kind);
        Assert.Equal(EvidenceErrors.Empty, Search("empty.zip").Error?.Kind);
        Assert.Equal(EvidenceErrors.Unreadable, Search("not.zip").Error?.Kind);
        Assert.Equal(EvidenceErrors.Unreadable, Search("null").Error?.Kind);
        var broken = Search("broken");
        Assert.Equal(EvidenceErrors.Unreadable, broken.Error?.Kind);
        Assert.EndsWith("2.json", broken.Error!.File, StringComparison.Ordinal);
        Assert.Empty(broken.Concerning);
    }

    [Fact]
    public void A_zip_that_is_cut_off_or_mutated_anywhere_gives_a_result_or_an_error_never_an_exception()
    {
        Advisories.Zip(folder.File("good.zip"), Advisories.Newtonsoft, Advisories.Urllib);
        var good = File.ReadAllBytes(folder.File("good.zip"));
        var random = new Random(2026);
        for (var round = 0; round < 1500; round++)
        {
            var bad = round < good.Length ? good[..round] : (byte[])good.Clone();
            for (var edit = round < good.Length ? 0 : 3; edit > 0; edit--) bad[random.Next(bad.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(folder.File("bad.zip"), bad);
            var search = Search("bad.zip");
            Assert.True(search.Error is null || search.Concerning.IsEmpty, $"round {round}");
        }
    }

    [Fact]
    public void An_advisory_that_unpacks_without_end_is_refused()
    {
        using (var zip = new ZipArchive(File.Create(folder.File("bomb.zip")), ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("A.json").Open();
            entry.Write("{\"id\":\"A\",\"x\":["u8);
            var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\"0123456789\",", 80_000)));
            for (var times = 0; times < 60; times++) entry.Write(piece);
            entry.Write("1]}"u8);
        }
        Assert.Contains("longer than 32 MB", Search("bomb.zip").Error!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_zip_is_read_with_memory_for_what_is_kept()
    {
        var text = new string('x', 20_000);
        using (var zip = new ZipArchive(File.Create(folder.File("large.zip")), ZipArchiveMode.Create))
        {
            for (var at = 0; at < 10_000; at++)
            {
                using var entry = new StreamWriter(zip.CreateEntry($"{at}.json", CompressionLevel.NoCompression).Open());
                entry.Write(at == 5_000 ? Advisories.Newtonsoft : Advisories.One($"X-{at}", "NuGet", $"Other.{at}", """{ "introduced": "0" }""", more: $"\"credits\": \"{text}\","));
            }
        }
        Assert.True(new FileInfo(folder.File("large.zip")).Length > 200_000_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var search = Search("large.zip");
        Assert.Single(search.Concerning);
        Assert.Equal(10_000, search.Advisories);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 10_000_000);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 150_000_000, $"{GC.GetAllocatedBytesForCurrentThread() - allocated} bytes allocated in all");
    }

    private OsvSearch Search(string path) => OsvDatabase.Search(folder.File(path), Asked, TestContext.Current.CancellationToken);
}
