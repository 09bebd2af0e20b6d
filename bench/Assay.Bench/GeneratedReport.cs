namespace Assay.Bench;

/// <summary>A Cobertura report as coverlet writes it: about 2,000 files, every line under its method and again under its class, some with conditions.</summary>
internal static class GeneratedReport
{
    private const int Files = 2000;

    public static void Write(string path, long bytes)
    {
        var random = new Random(1);
        using var file = File.Create(path);
        using var text = new StreamWriter(file) { NewLine = "\n" };
        text.Write("""
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
            <coverage line-rate="0.8" branch-rate="0.7" version="1.9" timestamp="1700000000" lines-covered="1" lines-valid="1">
              <sources>
                <source>/build/</source>
              </sources>
              <packages>

            """);
        for (var number = 0; number < Files; number++)
        {
            text.WriteLine($"    <package name=\"Shop.Module{number / 20}\" line-rate=\"0.8\" branch-rate=\"0.7\" complexity=\"40\">\n      <classes>");
            Class(text, random, number, until: bytes / Files * (number + 1));
            text.WriteLine("      </classes>\n    </package>");
        }
        text.WriteLine("  </packages>\n</coverage>");
    }

    private static void Class(StreamWriter text, Random random, int number, long until)
    {
        text.WriteLine($"        <class name=\"Shop.Module{number / 20}.Part{number}\" filename=\"src/Shop.Module{number / 20}/Part{number}.cs\" line-rate=\"0.8\" branch-rate=\"0.7\" complexity=\"40\">\n          <methods>");
        List<string> lines = [];
        var line = 10;
        text.Flush();
        for (var method = 0; text.BaseStream.Position + (lines.Count * 66L) < until; method++)
        {
            text.WriteLine($"            <method name=\"Method{method}\" signature=\"(System.String,System.Int32)\" line-rate=\"1\" branch-rate=\"1\" complexity=\"2\">\n              <lines>");
            for (var end = line + random.Next(5, 40); line < end; line++)
            {
                lines.Add(Line(random, line));
                text.WriteLine($"      {lines[^1].ReplaceLineEndings("\n      ")}");
            }
            text.WriteLine("              </lines>\n            </method>");
            line += 3;
            text.Flush();
        }
        text.WriteLine("          </methods>\n          <lines>");
        foreach (var entry in lines) text.WriteLine(entry);
        text.WriteLine("          </lines>\n        </class>");
    }

    private static string Line(Random random, int line)
    {
        var hits = random.Next(5) == 0 ? 0 : random.Next(1, 2000);
        return random.Next(8) > 0
            ? $"            <line number=\"{line}\" hits=\"{hits}\" branch=\"False\" />"
            : $"            <line number=\"{line}\" hits=\"{hits}\" branch=\"True\" condition-coverage=\"50% (1/2)\">\n              <conditions>\n                <condition number=\"{random.Next(200)}\" type=\"jump\" coverage=\"50%\" />\n              </conditions>\n            </line>";
    }
}
