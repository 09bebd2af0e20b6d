using System.Text.RegularExpressions;

namespace Assay.Core.Measuring.Documentation.Readme;

/// <summary>A section that a README must have: by a heading of these words, or by a command of this form in its code.</summary>
internal sealed record ReadmeSection(string Name, Regex Heading, Regex? Command);

/// <summary>
/// What the sections go by. <c>docs/readme-sections.md</c> says the same to people.
/// </summary>
internal static partial class ReadmeSections
{
    public static readonly ReadmeSection Build = new("how to build or install it", BuildWords(), BuildCommand());
    public static readonly ReadmeSection Test = new("how to test it", TestWords(), TestCommand());
    public static readonly ReadmeSection Run = new("how to run or use it", RunWords(), RunCommand());
    public static readonly ReadmeSection Configure = new("how to configure it", ConfigureWords(), null);

    [GeneratedRegex(@"\b(build|building|builds|compile|compiling|install|installation|installing|set-?up|getting started|get started|quick ?-?start|development)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BuildWords();

    [GeneratedRegex(@"\b(test|tests|testing|development)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TestWords();

    [GeneratedRegex(@"^(?!.*\btest).*\b(run|running|runs|usage|use|using|start|starting|quick ?-?start|examples?|api|demo|deploy|deployment)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RunWords();

    [GeneratedRegex(@"\b(configuration|configure|configuring|config|settings?|options?|environment( variables)?|parameters)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ConfigureWords();

    private const string Prompt = @"(?:^|&&|;|\|)\s*(?:[$>]\s+)?(?:sudo\s+)?";

    [GeneratedRegex(Prompt + @"(?:dotnet (?:build|publish|pack|restore|add|tool install)|nuget install|install-package|(?:npm|pnpm|yarn|bun) (?:ci\b|i\b|install|add|build|run build)|yarn\s*$|make\s*$|make (?:build|all|install)|\.?/?build\b|\./\S*build\S*|pip3? install|poetry install|uv (?:sync|pip install|add)|cargo (?:build|install|add)|go (?:build|install|get)|(?:\./)?(?:mvnw?|gradlew?)\b|docker build|cmake|git clone|brew install|apt(?:-get)? install)", RegexOptions.IgnoreCase)]
    private static partial Regex BuildCommand();

    [GeneratedRegex(Prompt + @"(?:dotnet test|dotnet run --project \S*tests?\b|(?:npm|pnpm|yarn|bun) (?:t\b|test|run test)|(?:npx )?(?:vitest|jest|mocha|playwright test)|make (?:test|check)|(?:\./|sh |bash )\S*test\S*|pytest|python3? -m (?:pytest|unittest)|tox|nox|cargo test|go test|(?:\./)?(?:mvnw?|gradlew?) .*(?:test|verify|check)|ctest|bundle exec (?:rspec|rake test))", RegexOptions.IgnoreCase)]
    private static partial Regex TestCommand();

    [GeneratedRegex(Prompt + @"(?:dotnet (?:run(?! --project \S*tests?\b)|watch|\S+\.dll)|npm start|(?:npm|pnpm|yarn|bun) (?:run )?(?:start|dev|serve|preview)|npx \S+|node \S+|docker(?:-compose| compose)? (?:run|up)|python3? \S+|uvicorn|flask run|gunicorn|java -jar|cargo run|go run|make (?:run|start|serve))", RegexOptions.IgnoreCase)]
    private static partial Regex RunCommand();
}
