using System.Collections.Frozen;

namespace Assay.Proof.Weakening;

/// <summary>How much a comparison demands, by its name: 3 one value alone, 2 a part or a range, 1 that there is something, 0 nothing but that no exception comes.</summary>
internal static class AssertionRank
{
    private static readonly FrozenSet<string> Same = FrozenSet.ToFrozenSet(
    [
        "Equal", "AreEqual", "StrictEqual", "toBe", "toEqual", "toStrictEqual", "==", "equal", "strictEqual", "deepEqual", "deepStrictEqual", "Be", "ShouldBe", "That Is.EqualTo",
        "assertEqual", "assertEquals", "eq", "eql", "is", "equals",
    ]);

    private static readonly FrozenSet<string> Something = FrozenSet.ToFrozenSet(
    [
        "notnull", "isnotnull", "true", "istrue", "betrue", "tobetruthy", "tobedefined", "notempty", "isnotempty", "assert", "ok", "exist", "notbenull", "notbeempty", "notbenullorempty", "shouldnotbenull",
        "shouldbetrue", "shouldnotbeempty", "isinstanceof", "isassignablefrom", "isassignableto", "beassignableto", "beoftype", "istype", "tobeinstanceof", "asserttrue", "assertisnotnone", "assertisinstance", "is not", "!=", "notequal",
        "arenotequal", "notbe", "assertnotequal", "not.tobe", "not.toequal", "not.tobenull", "not.tobeundefined", "not.tobefalsy", "tohavebeencalled", "tohavereturned", "any", "truthy", "true",
        "that is.not.null", "that is.true", "that is.not.empty", "that is.not.equalto", "notstrictequal", "notdeepequal", "isok", "defined", "called", "assert_called",
        "false", "isfalse", "befalse", "shouldbefalse", "tobefalsy", "assertfalse", "falsy", "notok", "that is.false",
    ]);

    private static readonly FrozenSet<string> Nothing = FrozenSet.ToFrozenSet(["doesnotthrow", "doesnotthrowasync", "not.tothrow", "not.tothrowerror", "notthrow", "notthrowasync", "that throws.nothing", "recordexception"]);

    private static readonly string[] Partly =
    [
        "contain", "startwith", "startswith", "endswith", "endwith", "inrange", "match", "closeto", "approx", "greater", "less", "almost", "within", "include", "any", "tohaveproperty", "<", ">", "in",
        "haskey", "subset", "superset", "regex", "atleast", "atmost", "bepositive", "partial", "oneof",
    ];

    /// <summary>Whether both demand that a value equals another.</summary>
    public static bool AreSame(string one, string other) => one == other || (Same.Contains(one) && Same.Contains(other));

    /// <summary>One demands what the other refuses.</summary>
    public static bool AreOpposite(string one, string other) => Positive(one) == Positive(other) && one != other;

    private static string Positive(string name) => name.ToLowerInvariant().Replace("doesnot", "", StringComparison.Ordinal).Replace("not", "", StringComparison.Ordinal).Replace("!=", "==", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    public static bool ExpectedFirst(string method) =>
        Same.Contains(method) || method is "NotEqual" or "AreNotEqual" or "Same" or "AreSame" or "Contains" or "DoesNotContain" or "StartsWith" or "EndsWith" or "Matches" or "Equivalent" or "IsType";

    public static int Of(AssertionShape shape)
    {
        var name = shape.Method.ToLowerInvariant();
        if (Nothing.Contains(name)) return 0;
        if (Same.Contains(shape.Method))
        {
            if (shape.Expected is [var value, ..] && (value is "true" || (value is "True"))) return shape.Method is "toBe" or "==" ? 2 : 1;
            return shape.Expected.Any(Approximate) ? 2 : 3;
        }
        if (Something.Contains(name)) return shape.Subject.Contains("==", StringComparison.Ordinal) || shape.Subject.Contains(".Equals(", StringComparison.Ordinal) || shape.Subject.Contains(".SequenceEqual(", StringComparison.Ordinal) ? 3 : 1;
        if (name is "tothrow" or "tothrowerror" or "rejects.tothrow") return shape.Expected.IsEmpty ? 2 : 3;
        if (name is "contain" or "contains" && shape.Expected.IsEmpty) return 2;
        return Array.Exists(Partly, word => word is "<" or ">" or "in" ? name == word || name == word + "=" : name.Contains(word, StringComparison.Ordinal)) ? 2 : 3;
    }

    /// <summary>A value that stands for several.</summary>
    public static bool Approximate(string expected) =>
        expected.Contains("approx(", StringComparison.Ordinal) || expected.Contains("expect.any", StringComparison.Ordinal) || expected.Contains("Containing(", StringComparison.Ordinal)
        || expected.Contains("IsAny", StringComparison.Ordinal) || expected.Contains("Arg.Any", StringComparison.Ordinal) || expected.Contains("stringMatching(", StringComparison.Ordinal)
        || expected is "ANY" or "mock.ANY" || expected.Contains(".Within(", StringComparison.Ordinal) || expected.Contains("closeTo(", StringComparison.Ordinal);
}
