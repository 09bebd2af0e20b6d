using Assay.Core.Sources;

namespace Assay.Tests.Sources;

public class CSharpOutlineTests
{
    [Fact]
    public void Statements_are_code_and_signatures_fields_and_usings_are_not() => Marked.Holds(Language.CSharp, """"
          |#nullable enable
          |using System;
          |using static System.Math;
          |using Text = System.String;
          |
          |namespace Shop;
          |
          |/// <summary>A cart.</summary>
          |[Serializable]
          |[Obsolete(
          |    "old")]
        D |public sealed partial class Cart<T>(int limit) : Base<T>, IDisposable
        D |    where T : class, new()
          |{
        D |    private const int Most = 5 * (2 + 1);
        D |    private int count;
        D |    private string name = "cart";
        D |    private readonly Color color = Color.Red;
        C |    private readonly List<int> items = new();
        C |    private static readonly int[] Steps = [1, 2];
        C |    private static readonly string[] Names =
          |    {
          |        "a",
        C |        Compute(),
          |    };
        D |    public int Id { get; set; }
        D |    public int Size
          |    {
        D |        get;
        D |        private set;
          |    }
        D |    public int Twice { get; } = 4;
        C |    public List<int> Other { get; } = new() { 1 };
        D |    public (int A, string B) Pair { get; init; }
        D |    public delegate void Changed(int a);
        D |    public event Changed OnChange;
          |
        D |    [JsonPropertyName("x")] public int X { get; set; }
          |
        D |    public Cart(int a,
        D |        string b = "x")
        C |        : this(a, Compute(b))
          |    {
        C |        if (a > 1)
          |        {
        C |            count = a;
          |        }
          |        else
          |        {
        C |            Console.WriteLine(
          |                "much",
        C |                a);
          |        }
          |        /* a comment
          |           return; */
        C |        return; // done
          |    }
          |}
        D |public interface IThing { void Do(); }
        D |public enum Color
          |{
        D |    Red = 1,
          |    /* none */
        D |    Green,
          |}
        """");

    [Fact]
    public void Every_member_has_its_own_body() => Marked.Holds(Language.CSharp, """
        D |class A
          |{
        C |    int Age => Compute();
        D |    int Long
        C |        => Compute(
        C |            x => x);
        D |    int Both
          |    {
        C |        get => age;
        D |        set
          |        {
        C |            age = value;
          |        }
          |    }
        D |    public int this[int i]
          |    {
        C |        get { return i; }
          |    }
        D |    public event Action E
          |    {
        C |        add { list.Add(value); }
        C |        remove { list.Remove(value); }
          |    }
        D |    public static A operator +(A a, A b)
          |    {
        C |        return a;
          |    }
        C |    public static implicit operator int(A a) => 1;
        D |    static A() { }
        D |    ~A()
          |    {
        D |        int Local(int x)
          |        {
        C |            return x;
          |        }
        C |        int Short(int x) => x + 1;
        C |        Run(() =>
          |        {
        C |            Work();
          |        });
        C |        Run(delegate (int x) { Work(); });
          |    }
          |}
        """,
        "3-3 5-6 9-9 11-13 17-17 21-21 22-22 25-27 28-28 29-29 31-42 33-35 36-36 38-40 41-41");

    [Fact]
    public void Catch_blocks_are_handlers_and_finally_is_not() => Marked.Holds(Language.CSharp, """
        D |class A
          |{
        D |    void F()
          |    {
          |        try
          |        {
        C |            Work();
          |        }
        C |        catch (IOException e) when (e.Message is { Length: > 0 })
          |        {
        Ch|            Log(e);
         h|            // and then
        Ch|            throw;
          |        }
        Ch|        catch (TimeoutException) { }
        C |        catch
         h|        {
         h|        }
          |        finally
          |        {
        C |            Done();
          |        }
        Ch|        try { Work(); } catch { Log(); }
          |    }
          |}
        """, "4-24");

    [Fact]
    public void Strings_do_not_end_or_open_anything() => Marked.Holds(Language.CSharp, """"""
        D |class A
          |{
        D |    void F()
          |    {
        C |        var a = @"c:\" + "}" + '}' + '\'' + "\"}";
        C |        var b = $"{{ {Name("}")} }} {(x ? "{" : "}"):N2} {date:HH:mm} {{";
        C |        var c = $@"\{a}"" }
          |            }";
        C |        var d = """
          |            } " "" {
          |            """;
        C |        var e = $$"""
          |            { } {{{
        C |                a }} }
        C |            """ + @class.Name;
        C |        var f = $"{a switch { 1 => "}", _ => $"{b}" }}";
        C |        Done();
          |    }
        D |    int after;
          |}
        """""", "4-18");

    [Fact]
    public void Braces_of_expressions_are_no_bodies() => Marked.Holds(Language.CSharp, """
        D |class A
          |{
        D |    bool F(object o)
          |    {
        C |        var point = new Point
          |        {
        C |            X = 1,
        C |            Items = { 1, 2 },
          |        };
        C |        if (o is Point { X: 1, Y: > 2 } p && p is { } q)
          |        {
        C |            return true;
          |        }
        C |        var copy = p with { X = 2 };
        C |        var text = o switch
          |        {
        C |            Point { X: 1 } => "one",
        C |            string { Length: 0 } s when s != null => s,
        C |            _ => throw new Exception(),
          |        };
        C |        switch (o)
          |        {
        C |            case Point { X: 1 }:
          |            {
        C |                break;
          |            }
        C |            case string s:
        C |                return false;
        C |            default:
        C |                break;
          |        }
        C |        using var stream = new Stream(1) { A = 1 };
        C |        using (var other = Open())
          |        {
        C |            unchecked
          |            {
        C |                point.X++;
          |            }
          |        }
        C |        for (int i = 0, j = 1; i < 2; i++) Work();
        C |        return a < b && c > (d);
          |    }
          |}
        """, "4-42");

    [Fact]
    public void Top_level_statements_are_one_body() => Marked.Holds(Language.CSharp, """
          |using System;
          |
        C |var name = args[0];
        C |using var file = File.OpenRead(name);
        C |if (name is null)
          |{
        C |    return 1;
          |}
          |
        D |static int Twice(int x)
          |{
        C |    return x * 2;
          |}
        C |return Twice(1);
          |
        D |public record Point(int X, int Y);
        D |record struct Size(int W)
          |{
        C |    public int Half => W / 2;
          |}
        """, "3-14 11-13 19-19");

    [Fact]
    public void Branches_of_conditional_compilation_do_not_derail_what_follows() => Marked.Holds(Language.CSharp, """
        D |class A
          |{
          |#if NET8_0
        D |    void F(int a)
          |    {
        C |        One();
          |#elif NET9_0
        D |    void F(long a)
          |    {
        C |        if (a > 1) {
          |#else
        D |    void F(short a)
          |    {
          |#endif
        C |        Work();
          |    }
          |
        D |    int G()
          |#if A
        C |        => 1;
          |#else
          |    {
        C |        return 2;
          |    }
          |#endif
        D |    int field;
        D |    void H()
          |    {
        C |        Done();
          |    }
          |}
        """);

    [Fact]
    public void A_file_without_balance_still_gives_code_for_its_statements() => Marked.Holds(Language.CSharp, """
          |}
          |}
        D |class A
          |{
        D |    void F()
          |    {
        C |        Work(;
          |    }
        D |    void G()
          |    {
        C |        Work();
          |    }
          |}
        """);

    [Fact]
    public void After_a_string_that_never_ends_every_line_may_hold_code() => Marked.Holds(Language.CSharp, """
        D |class A {
        C |    string a = @"open;
          |
        C |    int b;
        C |}
        """);
}
