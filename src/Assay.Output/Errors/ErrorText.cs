using Assay.Core;
using Assay.Core.Errors;

namespace Assay.Output.Errors;

/// <summary>Errors as a person reads them on stderr: what happened, where, the one next step, and where to read more.</summary>
public static class ErrorText
{
    /// <summary>Writes all errors, then the run's id once.</summary>
    public static void Write(TextWriter output, IReadOnlyList<AssayError> errors, string run, bool colour)
    {
        foreach (var error in errors)
        {
            var code = $"{error.Kind.Code} ({Snake.Case(error.Kind.Class)})";
            output.WriteLine($"{(colour ? Ansi.Colour(code, Tint.Bad) : code)} {Printable.Line(error.What)}");
            if (error.Where is { } where) output.WriteLine($"  at {Printable.Line(where)}");
            output.WriteLine($"  -> {Printable.Line(error.Step)}");
        }
        var codes = errors.Select(error => error.Kind.Code).Distinct().ToList();
        var more = codes is [var only] ? $"assay explain {only}" : $"assay explain CODE, e.g. {codes.FirstOrDefault()}";
        output.WriteLine($"{(errors.Count > 1 ? $"{errors.Count} errors, " : "")}run {Printable.Line(run)}; for more: {more}");
    }
}
