using Assay.Core.Sources;

namespace Assay.Tests.Sources;

public class PythonOutlineTests
{
    [Fact]
    public void Statements_are_code_and_signatures_docstrings_and_imports_are_not() => Marked.Holds(Language.Python, """"
          |#!/usr/bin/env python
          |"""What the module
          |does: nothing."""
          |from a import (
          |    b,
          |    c,
          |)
          |import os
        C |LIMIT = 5
          |
        D |@dataclass(frozen=True)
        D |class Cart(Base, metaclass=Meta):
          |    """A cart."""
          |
        D |    size: int
        D |    name: str = "x"
        C |    items: list = field(default_factory=list)
        D |    kind = Kind.A
          |
        D |    @property
        D |    async def total(
        D |        self,
        D |        rate: float = 0.5,  # of one
        D |    ) -> dict[str, int]:
          |        'Doc.'
        C |        text = """
          |        not code: {
          |        """
        C |        value = 1 + \
        C |            self.size
        C |        if value: return f"{self.name!r:>{width}} {d["k"]}"
        C |        elif x == {"a": 1}:
        C |            pass
          |        else:
        C |            call(
          |                "literal",
        C |                value,
          |            )
        C |        def inner(): return lambda x: {x: 1}
        C |        return inner
          |
        C |match command:
        C |    case {"x": 1} if y:
        C |        go()
        C |    case _:
        C |        ...
        C |print("end")
        """", "1-47 25-40 39-39");

    [Fact]
    public void Except_suites_are_handlers_and_finally_is_not() => Marked.Holds(Language.Python, """
        D |def f():
          |
          |    try:
        C |        go()
        C |    except (A, B) as e:
        Ch|        log(e)
         h|        # why
        Ch|        raise
        Ch|    except C: return 1
        C |    except* D:
        Ch|        pass
          |    else:
        C |        fine()
          |    finally:
        C |        done()
        """, "1-15 3-15");

    [Fact]
    public void Tabs_indent_and_nested_functions_have_bodies_of_their_own() => Marked.Holds(Language.Python,
        "D |def outer():\nD |\tdef inner(a: int = 1):\nC |\t\treturn a\n  |\t# between\nC |\treturn inner\nC |outer()",
        "1-6 2-5 3-3");

    [Fact]
    public void Strings_in_the_format_of_a_value_and_statements_that_begin_with_a_bracket_are_read() => Marked.Holds(Language.Python, """
        C |x = f'{3:{"}"}>10}' + f"{{{y:{'{'}<{w}}}}}"
        D |def f():
        C |    (
        C |        a
          |    )
        C |    try: [] + ()
        Ch|    except E: pass
        C |    (lambda: 0)()
        """, "1-8 3-8");

    [Fact]
    public void A_bracket_that_is_never_closed_does_not_hide_the_functions_behind_it() => Marked.Holds(Language.Python, """
        C |x = call(1
        D |def f():
        C |    return x
        """);
}
