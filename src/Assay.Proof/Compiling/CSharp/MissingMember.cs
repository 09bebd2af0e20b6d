using System.Text.RegularExpressions;

namespace Assay.Proof.Compiling.CSharp;

/// <summary>Which name an error of the C# compiler says is missing; the words are those of https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages.</summary>
internal static partial class MissingMember
{
    /// <summary>What the name must be.</summary>
    internal enum Kind
    {
        /// <summary>The code is none of these.</summary>
        None,

        /// <summary>A type, a namespace, or a name of which the compiler cannot tell what it was to be.</summary>
        Type,

        /// <summary>A member of something that exists.</summary>
        Member,

        /// <summary>A parameter, which no declaration of its own tells.</summary>
        Parameter,

        /// <summary>The message names none: a name that the line itself uses.</summary>
        OnLine,

        /// <summary>A member that a class must bring and does not, after it was taken out.</summary>
        TakenOut,
    }

    /// <param name="code">E.g. <c>CS1061</c>.</param>
    internal static (Kind Kind, string? Name) Of(string code, string message)
    {
        var quoted = Quoted().Matches(message).Select(match => match.Groups["name"].Value).ToList();
        var (kind, at) = code switch
        {
            "CS0103" => (Kind.Type, 0),   // The name 'x' does not exist in the current context
            "CS0246" => (Kind.Type, 0),   // The type or namespace name 'T' could not be found
            "CS0234" => (Kind.Type, 0),   // The type or namespace name 'T' does not exist in the namespace 'N'
            "CS0426" => (Kind.Type, 0),   // The type name 'T' does not exist in the type 'C'
            "CS0400" => (Kind.Type, 0),   // … could not be found in the global namespace
            "CS0117" => (Kind.Member, 1), // 'T' does not contain a definition for 'M'
            "CS1061" => (Kind.Member, 1), // 'T' does not contain a definition for 'M' and no accessible extension method …
            "CS1929" => (Kind.Member, 1), // 'T' does not contain a definition for 'M' and the best extension method overload …
            "CS0122" => (Kind.Member, 0), // 'C.M' is inaccessible due to its protection level
            "CS0200" => (Kind.Member, 0), // Property 'C.P' cannot be assigned to -- it is read only
            "CS0272" => (Kind.Member, 0), // … the set accessor is inaccessible
            "CS0271" => (Kind.Member, 0), // … the get accessor is inaccessible
            "CS0154" => (Kind.Member, 0), // … lacks the get accessor
            "CS0191" => (Kind.Member, 0), // A readonly field cannot be assigned to
            "CS1501" => (Kind.Member, 0), // No overload for method 'M' takes 2 arguments
            "CS1729" => (Kind.Member, 0), // 'C' does not contain a constructor that takes 2 arguments
            "CS1739" => (Kind.Parameter, 1), // The best overload for 'M' does not have a parameter named 'p'
            "CS7036" => (Kind.Member, 1), // There is no argument given that corresponds to the required parameter 'p' of 'C.M(int)'
            "CS0305" => (Kind.Member, 0), // Using the generic type 'C<T>' requires 1 type arguments
            "CS0308" => (Kind.Member, 0), // The non-generic type 'C' cannot be used with type arguments
            "CS0411" => (Kind.Member, 0), // The type arguments for method 'C.M<T>' cannot be inferred from the usage
            "CS0539" => (Kind.Member, 0), // 'C.M' in explicit interface declaration is not found among members of the interface
            "CS0115" => (Kind.Member, 0), // 'C.M()': no suitable method found to override
            "CS0506" => (Kind.Member, 1), // 'C.M()': cannot override inherited member 'B.M()' because it is not marked virtual
            "CS0509" => (Kind.Member, 1), // 'C': cannot derive from sealed type 'B'
            "CS1503" => (Kind.OnLine, -1), // Argument 1: cannot convert from 'A' to 'B'
            "CS1593" => (Kind.OnLine, -1), // Delegate 'D' does not take 1 arguments
            "CS1660" => (Kind.OnLine, -1), // Cannot convert lambda expression to type 'T' because it is not a delegate type
            "CS0029" => (Kind.OnLine, -1), // Cannot implicitly convert type 'A' to 'B'
            "CS0266" => (Kind.OnLine, -1), // … an explicit conversion exists
            "CS0019" => (Kind.OnLine, -1), // Operator '==' cannot be applied to operands of type 'A' and 'B'
            "CS0021" => (Kind.OnLine, -1), // Cannot apply indexing with [] to an expression of type 'T'
            "CS1579" => (Kind.OnLine, -1), // foreach statement cannot operate on variables of type 'T'
            "CS1674" => (Kind.OnLine, -1), // 'T': type used in a using statement must implement IDisposable
            "CS8129" => (Kind.OnLine, -1), // No suitable Deconstruct instance or extension method was found for type 'T'
            "CS1955" => (Kind.Member, 0), // Non-invocable member 'M' cannot be used like a method
            "CS0119" => (Kind.Member, 0), // 'M' is a method, which is not valid in the given context
            "CS0619" => (Kind.OnLine, -1), // 'M' is obsolete: an overload that is chosen only while the type of an argument is not known
            "CS0815" => (Kind.OnLine, -1), // Cannot assign void to an implicitly-typed variable
            "CS0534" => (Kind.TakenOut, 1), // 'C' does not implement inherited abstract member 'B.M()'
            "CS0535" => (Kind.TakenOut, 1), // 'C' does not implement interface member 'I.M()'
            _ => (Kind.None, -1),
        };
        return at < 0 ? (kind, null) : at < quoted.Count ? (kind, Last(quoted[at])) : (Kind.None, null);
    }

    /// <summary>The last name of a path, without type arguments and parameters.</summary>
    private static string Last(string path)
    {
        var end = path.AsSpan().IndexOfAny('(', '<', '[');
        var bare = end < 0 ? path : path[..end];
        return bare[(bare.LastIndexOf('.') + 1)..];
    }

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex Quoted();
}
