using System.Text;
using Assay.Core.Errors;

namespace Assay.Evidence.Store;

/// <summary>Where things lie below <c>.assay</c>.</summary>
internal sealed class StoreLayout(string repositoryRoot)
{
    internal const string RecordFile = "record.json";

    internal string Root { get; } = Path.Combine(Path.GetFullPath(repositoryRoot), ".assay");

    internal string Temporary => Path.Combine(Root, "tmp");

    internal string Lock => Path.Combine(Root, "lock");

    internal string Component(string component) => Path.Combine(Root, "evidence", FolderName(component));

    internal string Step(string component, string step) => Path.Combine(Component(component), FolderName(step));

    /// <summary>A fresh path below the temporary folder; nothing is there yet.</summary>
    internal string Fresh() => Path.Combine(Temporary, Guid.NewGuid().ToString("N"));

    /// <summary>Makes <c>.assay</c> with its own <c>.gitignore</c>, so that nothing in it is ever committed.</summary>
    internal void Prepare()
    {
        RefuseLinks(Temporary);
        Directory.CreateDirectory(Temporary);
        var ignore = Path.Combine(Root, ".gitignore");
        if (!File.Exists(ignore))
        {
            File.WriteAllText(ignore, "*\n");
        }
    }

    /// <summary>Refuses a folder of the store that is a link or lies behind one: what is written or removed there could be anything.</summary>
    /// <exception cref="AssayException">A link leads out of the store.</exception>
    internal void RefuseLinks(string path)
    {
        for (var each = path; each.Length >= Root.Length; each = Path.GetDirectoryName(each)!)
        {
            if (new FileInfo(each).LinkTarget is not null)
            {
                throw new AssayException(new AssayError(EvidenceErrors.OutsideRepository, "A folder that Assay keeps evidence in is a link.", Shown(each), NextStep: $"Remove the link {Shown(each)}."));
            }
        }
    }

    /// <summary>The path as messages show it: relative to the repository, with forward slashes.</summary>
    internal string Shown(string path) => Path.GetRelativePath(Path.GetDirectoryName(Root)!, path).Replace('\\', '/');

    // Reversible, and never a path of its own: an id may hold slashes.
    private static string FolderName(string id)
    {
        var name = new StringBuilder();
        foreach (var each in Encoding.UTF8.GetBytes(id))
        {
            if (char.IsAsciiLetterOrDigit((char)each) || each is (byte)'-' or (byte)'_' || (each == '.' && name.Length > 0))
            {
                name.Append((char)each);
            }
            else
            {
                name.Append('%').Append(each.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }
        return name.Length == 0 ? "%" : name.ToString();
    }
}
