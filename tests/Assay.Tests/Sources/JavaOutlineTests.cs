using Assay.Core.Sources;

namespace Assay.Tests.Sources;

public class JavaOutlineTests
{
    [Fact]
    public void Statements_are_code_and_signatures_fields_and_imports_are_not() => Marked.Holds(Language.Java, """"
          |package shop;
          |import java.util.*;
          |
          |@SuppressWarnings({"a",
          |    "b"})
        D |public class Cart<T extends Item> extends Base implements A, B {
        D |    private static final int MOST = 5;
        D |    @Inject private Store store;
        C |    private final Map<String, Integer> items = new HashMap<>();
        C |    private int[] steps = {1, 2};
        D |    static {
        C |        load();
          |    }
          |    {
        C |        count = 1;
          |    }
          |    @Override
        D |    public Cart(@Named("x") String a,
        D |            int b) throws IOException {
        C |        super(a);
        C |        String text = """
          |            } " {
          |            """ + '}' + "\"}";
        C |        for (int i : steps) {
        C |            work(i);
          |        }
          |        do {
        C |            i++;
        C |        } while (i < 5);
          |    }
        D |    abstract int size();
        D |    @interface Mark { String value() default "x"; }
          |}
        D |enum Color {
        D |    RED,
        C |    GREEN(compute()) {
        D |        int f() {
        C |            return 1;
          |        }
          |    };
        D |    private final int x;
        D |    Color(int x) {
        C |        this.x = x;
          |    }
          |}
        D |record Point(int x, int y) {
        D |    Point {
        C |        check(x);
          |    }
          |}
        """", "11-13 14-16 19-30 37-39 42-44 47-49");

    [Fact]
    public void Lambdas_and_anonymous_classes_have_bodies_of_their_own() => Marked.Holds(Language.Java, """
        D |class A {
        D |    int f(int k) {
        C |        run(new Runnable() {
          |            @Override
        D |            public void run() {
        C |                work();
          |            }
          |        });
        C |        Supplier<Integer> s = () -> {
        C |            return 1;
          |        };
        C |        list.forEach(x -> work(x));
        C |        int y = switch (k) {
        C |            case 1 -> 5;
        C |            case 2, 3 -> {
        C |                yield 6;
          |            }
        C |            default -> throw new Error();
          |        };
        C |        switch (k) {
        C |            case 1:
        C |                return 1;
        C |            default:
        C |                work();
          |        }
        C |        map.put(1, new HashMap<A, B>() {{ put(1, 2); }});
        D |        class Local {
        D |            int z;
          |        }
        C |        synchronized (this) {
        C |            return y;
          |        }
          |    }
          |}
        """, "2-33 5-7 9-11 26-26");

    [Fact]
    public void Catch_blocks_are_handlers() => Marked.Holds(Language.Java, """
        D |class A {
        D |    void f() {
        C |        try (Reader r = open()) {
        C |            work();
        C |        } catch (IOException | Error e) {
        Ch|            log(e);
        Ch|        } catch (Exception e) { }
          |        finally {
        C |            done();
          |        }
          |    }
          |}
        """);
}
