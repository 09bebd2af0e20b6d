using System.Collections.Immutable;
using System.Text;

namespace Assay.Output.Markdown;

/// <summary>Text that keeps to a number of bytes: whole entries are left out at the end of each block, and counted.</summary>
internal sealed class MarkdownPage(int mostBytes)
{
    /// <summary>Kept free for what stands at the end, and for the sentences that count what was left out.</summary>
    private const int Reserve = 2048;

    private readonly StringBuilder _text = new();
    private int _bytes;

    public void Add(string text)
    {
        _text.Append(text);
        _bytes += Encoding.UTF8.GetByteCount(text);
    }

    /// <summary>A heading with its entries; nothing where there are none.</summary>
    public void Block(string heading, ImmutableArray<string> entries, string more)
    {
        if (entries.IsEmpty) return;
        if (_bytes + Encoding.UTF8.GetByteCount(heading) > mostBytes - Reserve) return;
        Add(heading);
        for (var i = 0; i < entries.Length; i++)
        {
            if (_bytes + Encoding.UTF8.GetByteCount(entries[i]) > mostBytes - Reserve)
            {
                Add($"\n{entries.Length - i} {more}; `assay check` shows all.\n");
                return;
            }
            Add(entries[i]);
        }
    }

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());
}
