using System.Text;

namespace Assay.Core.Explaining;

/// <summary>Breaks lines between words.</summary>
internal static class TextWrap
{
    public static void Append(StringBuilder text, string line, int width, string indent)
    {
        var column = 0;
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > width)
            {
                text.Append('\n');
                column = 0;
            }
            text.Append(column == 0 ? indent : " ").Append(word);
            column += (column == 0 ? indent.Length : 1) + word.Length;
        }
        text.Append('\n');
    }
}
