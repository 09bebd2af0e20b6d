namespace Assay.Core.Measuring.Operations.PromQl;

/// <summary>Works out a constant: numbers with <c>+ - * /</c>, signs and brackets.</summary>
internal sealed class PromConstant
{
    private readonly List<PromToken> _tokens;
    private int _at;

    private PromConstant(List<PromToken> tokens) => _tokens = tokens;

    /// <summary>Its value; null where the pieces are no constant.</summary>
    public static decimal? Of(List<PromToken> tokens)
    {
        var constant = new PromConstant(tokens);
        return constant.Sum() is { } value && constant._at == tokens.Count && Math.Abs(value) < 1e15 ? (decimal)value : null;
    }

    // In floating point, as Prometheus does, where nothing overflows; turned into a decimal it has 15 digits, and 14.4 * 0.001 is what it seems.
    private double? Sum()
    {
        var left = Product();
        while (left is not null && (Take("+") ? 1 : Take("-") ? -1 : 0) is not 0 and var sign) left += sign * Product();
        return left;
    }

    private double? Product()
    {
        var left = Factor();
        while (left is not null)
        {
            if (Take("*")) left *= Factor();
            else if (Take("/")) left /= Factor();
            else break;
        }
        return left;
    }

    private double? Factor()
    {
        var sign = 1;
        while (Take("-") || Take("+"))
            if (_tokens[_at - 1].Is("-")) sign = -sign;
        if (Take("(")) return Sum() is { } inner && Take(")") ? sign * inner : null;
        if (_at == _tokens.Count || _tokens[_at].Kind != PromKind.Number || _tokens[_at].Value == decimal.MaxValue) return null;
        return sign * (double)_tokens[_at++].Value;
    }

    private bool Take(string sign)
    {
        if (_at == _tokens.Count || !_tokens[_at].Is(sign)) return false;
        _at++;
        return true;
    }
}
