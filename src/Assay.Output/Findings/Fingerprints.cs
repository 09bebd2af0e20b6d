using System.Security.Cryptography;
using System.Text;
using Assay.Core;

namespace Assay.Output.Findings;

/// <summary>
/// Identities of findings for forges that compare two reports: the same before and after lines have moved, since no line is part of them, and different for each of several alike in one file,
/// which are counted in the order of their lines.
/// </summary>
internal sealed class Fingerprints
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>64 hexadecimal digits.</summary>
    public string Of(string component, string criterion, Location place)
    {
        var what = string.Join('\0', component, criterion, place.File, place.Note);
        _seen[what] = _seen.GetValueOrDefault(what) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{what}\0{_seen[what]}")));
    }
}
