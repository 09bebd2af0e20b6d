using System.Text;
using System.Text.RegularExpressions;
using Assay.Core.Changes;
using Assay.Core.Components;

namespace Assay.Toolchains.Python;

/// <summary>What kind of component a Python root is, from what its manifests declare; null where that does not tell.</summary>
internal static partial class PythonKind
{
    internal static ComponentKind? Of(IFileTree tree, string root)
    {
        var manifests = string.Join('\n', new[] { "pyproject.toml", "setup.cfg", "setup.py", "requirements.txt" }
            .Select(name => tree.Read(TreePaths.Join(root, name))).OfType<byte[]>().Select(Encoding.UTF8.GetString));
        return Scripts().IsMatch(manifests) ? ComponentKind.Tool
            : Server().IsMatch(Aside().Replace(Settings().Replace(manifests, ""), "")) ? ComponentKind.Service
            : Package().IsMatch(manifests) ? ComponentKind.Library
            : null;
    }

    /// <summary>Sections of other tools, which name modules that they check, and no package that the component takes.</summary>
    [GeneratedRegex(@"^\[\[?tool\.(mypy|ruff|pytest|coverage|black|isort|pyright|pylint|tox|nox|poe|towncrier|bandit)\b[^\n]*(\n(?!\[)[^\n]*)*", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Settings();

    [GeneratedRegex(@"^\[(project|tool\.poetry)\.scripts\]|console_scripts", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scripts();

    [GeneratedRegex(@"(^|[""'])\s*(fastapi|flask|django|starlette|aiohttp|tornado|sanic)\b", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Server();

    /// <summary>Lists of packages that only testing, building and documenting it take: a server among them serves nobody.</summary>
    [GeneratedRegex(@"^[""']?(dev|develop|development|tests?|testing|docs?|documentation|lint|linting|typing|ci)[""']?\s*=\s*\[(?:[^\]""']|""[^""\n]*""|'[^'\n]*')*\]", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"^\[(project|tool\.poetry|metadata)\]|\bsetup\(", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Package();
}
