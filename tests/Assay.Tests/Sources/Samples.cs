using Assay.Core.Sources;

namespace Assay.Tests.Sources;

/// <summary>One dense source for each language, to be mutated.</summary>
internal static class Samples
{
    public static string Of(Language language) => language switch
    {
        Language.CSharp => CSharp,
        Language.Java => Java,
        Language.Python => Python,
        _ => Script,
    };

    private const string CSharp = """"
        using System;
        [A("x")] public record R<T>(int A) : B(A) where T : class {
        #if X
            int F(int a = 1) => a switch { 1 => 2, _ => $"{a:N2} {{" .Length };
        #else
            int F() { try { G(() => { return 1; }); } catch (E e) when (e is { X: 1 }) { } return @"a""
            b".Length; }
        #endif
            int P { get; set { x = value; } } = 1; string S = $$"""
                {{P}} " }
                """;
            static R() { for (;;) { lock (x) { y = new() { A = { 1 } }; } } }
        }
        enum E { A, B = 1 }
        """";

    private const string Java = """"
        package a; import b.C;
        @A(x = {1, 2}) class D<T> extends E { static { f(); } int[] a = {1};
            void g() throws X { try (R r = h()) { run(() -> { k('}'); }); } catch (E e) { } finally { }
                int y = switch (x) { case 1 -> 2; default -> { yield 3; } }; new Q() { void z() { } }.z(); }
            String t = """
                } "
                """; }
        enum F { A(1) { void b() { } }, C; int d; } record P(int x) { P { } }
        """";

    private const string Script = """
        import { a } from "b"; export * from 'c'
        class A<T> extends B { #x = 1; get y() { return `a ${b({ c: `}` })} d` } static { z() } m = (a) => { return a / 2 } }
        type T = { a: string } | (() => void); interface I { b(): void } declare module "x" { const y: number }
        const r = /[/}]/g, o = { f() { }, get g() { return 1 }, h: function* () { } }
        try { p.catch((e) => { q() }).catch(() => 1) } catch { s() } finally { }
        const v = <div a="b" c={d}>it's {e} <br/></div>
        switch (x) { case 1: { break } default: y++ }
        """;

    private const string Python = """"
        """doc"""
        import a
        @b(c)
        class D(E):
            '''doc'''
            x: int = f(1)
            async def g(self, a: int = {"b": 1}[0]) -> int:
                try: return f"{a!r:>{w}} {d["k"]}"
                except (E, F) as e:
                    y = [1,
                         2] + \
                        z
                match a:
                    case 1: pass
                return lambda q: q
        """";
}
