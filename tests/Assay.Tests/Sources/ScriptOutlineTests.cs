using Assay.Core.Sources;

namespace Assay.Tests.Sources;

public class ScriptOutlineTests
{
    [Fact]
    public void Types_exist_for_the_checker_only_and_are_declarations() => Marked.Holds(Language.TypeScript, """
          |import { a } from "./a";
          |import type {
          |  B,
          |} from "./b";
          |export { a } from "./a";
          |export * from "./c";
        D |export interface Shape<T> extends Base {
        D |  size: number
        D |  area(): number;
        D |  nested: { a: string };
          |}
        D |type Kind =
        D |  | { kind: "a"; f: () => void }
          |  | "b";
        D |declare global {
        D |  interface Window { x: number }
          |}
        D |declare const version: string;
        D |export const enum Color { Red, Green = "g" }
        D |export function over(a: string): void;
        D |export function over(a: number): void
        D |export function over(a: any): { b: number } {
        C |  return { b: a as number };
          |}
        D |export abstract class Box<T extends { a: 1 }> implements Shape<T> {
        D |  private size: number;
        D |  name = "box"
        C |  items: T[] = [];
        C |  handler = (e: Event) => {
        C |    this.go(e);
          |  }
        D |  @Input() value?: string;
        D |  constructor(private readonly a: number, b?: string) {
        C |    super();
          |  }
        D |  abstract area(): number;
        C |  get x(): number { return 1; }
        D |  static async *[Symbol.iterator]<A, B>(a: A): AsyncGenerator<{ b: B }> {
        C |    yield a;
          |  }
        D |  static {
        C |    boot();
          |  }
          |}
        C |const cast = <T,>(x: T): x is T => x!;
        D |export default class {}
        """,
        "1-46 22-24 29-31 33-35 37-37 38-40 41-43");

    [Fact]
    public void Regular_expressions_and_templates_do_not_derail() => Marked.Holds(Language.JavaScript, """
        C |const a = /[/"'`{]\/}/g.test(x) ? b / c / d : 1;
        C |if (x) /}/.exec(y);
        C |const t = `} ${f({ a: `${b}` })} {
          |  plain text {
        C |  ${list.map((x) => { return x / 2; })}`;
        C |const n = (a + b) / 2, o = arr[1] / 3, s = '/* no */';
        C |i++ / 2; // "
        D |function f(x) {
        C |  return /re'/.test(x);
          |}
        C |label: for (const x of y) { continue label; }
        """, "1-11 5-5 8-10");

    [Fact]
    public void Functions_of_every_form_have_bodies() => Marked.Holds(Language.JavaScript, """
        C |"use strict"
        C |const f = async (a) => {
        C |  await a
          |}
        C |const g = function* () {
        C |  yield 1
          |}
        C |module.exports = {
        C |  key: { nested: 1 },
        C |  method(a, b) {
        C |    return a
          |  },
        C |  get x() { return 1 },
        C |  arrow: () => ({ a: 1 }),
          |}
        C |class A extends mixin(B) {
        D |  #p = 1
        D |  async run() {
          |    try {
        C |      go()
        C |    } catch {
        Ch|      stop()
          |    }
          |  }
          |}
        C |(function () {
        C |  init()
          |})()
        C |const { c, d } = e
        C |switch (c) {
        C |  case 1: {
        C |    break
          |  }
          |}
        """, "1-34 2-4 5-7 10-12 13-13 18-24 26-28");

    [Fact]
    public void What_a_rejected_promise_runs_is_a_handler() => Marked.Holds(Language.TypeScript, """
        C |fetch(a)
        C |  .then((r) => r.json())
        C |  .catch((e: Error) => {
        Ch|    log(e);
          |  });
        Ch|go().catch(() => undefined);
        C |go().catch(function (e) {
        Ch|  log(e);
        C |}).finally(() => { done(); });
        C |try { go(); }
        C |catch (e) {
        Ch|  log(e);
          |}
        """);

    [Fact]
    public void Markup_does_not_derail() => Marked.Holds(Language.TypeScript, """
        D |export function View({ items }: Props) {
        C |  const ok = a < b && b > c;
        C |  return (
        C |    <>
        C |      <p className="x" title='}'>Don't {"{"} `quote` /</p>
        C |      {items.map((item) => {
        C |        return <Item key={item.id} {...item} />;
          |      })}
        C |      <Other render={() => <b>it's</b>} />
          |    </>
          |  );
          |}
        D |export function next<T>(a: Array<T>): number {
        C |  return a.length / 2;
          |}
        """, "1-15 1-12 6-8 13-15");
}
