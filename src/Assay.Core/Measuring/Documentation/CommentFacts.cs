namespace Assay.Core.Measuring.Documentation;

internal static class CommentFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
