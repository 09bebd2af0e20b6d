using System.Collections.Immutable;

namespace Assay.Toolchains.Analysis.Scripts;

/// <summary>What is planted to show that the analysis finds weaknesses in each kind of file, beside comments that ask it to look away.</summary>
internal static class ScriptProbe
{
    /// <summary>Rules that have to report something in every planted file.</summary>
    internal static ImmutableArray<string> Rules => ["assay/sql-string", "assay/eval", "assay/command-string", "assay/raw-html", "assay/weak-crypto", "security/detect-eval-with-expression", "no-unsanitized/property"];

    private const string Source =
        """
        /* eslint-disable */
        import { exec } from "node:child_process";
        import { createHash } from "node:crypto";
        export function planted(database, name, element) {
          // eslint-disable-next-line
          database.query("select id from people where name = '" + name + "'"); // eslint-disable-line
          exec(`ls ${name}`);
          eval(name);
          element.innerHTML = name;
          return createHash("md5").update(name).digest("hex");
        }

        """;

    /// <summary>Writes one file for each kind, and gives their names.</summary>
    internal static ImmutableArray<string> Plant(string folder, IEnumerable<string> like)
    {
        ImmutableArray<string> types = [.. like.Select(path => Path.GetExtension(path).ToLowerInvariant()).Append(".js").Distinct().Order(StringComparer.Ordinal)];
        foreach (string type in types)
        {
            File.WriteAllText(Path.Combine(folder, "planted" + type), type is ".vue" or ".svelte" ? $"<script>\n{Source}</script>\n" : Source);
        }

        return [.. types.Select(type => "planted" + type)];
    }
}
