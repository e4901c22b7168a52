import { assertEquals } from "@std/assert";
import { differences } from "./agreement.ts";

Deno.test("what agrees has no difference, whatever REST hides and in which order it lists", () => {
  const rest = {
    id: "a",
    props: { list: [1, "x"] },
    tags: [],
    members: [{ id: "2" }, { id: "1" }],
  };
  const given = {
    id: "a",
    password: "hidden by REST",
    props: { list: [1, "x"] },
    tags: null,
    members: [{ id: "1" }, { id: "2" }],
  };
  assertEquals(differences(given, rest), []);
});

Deno.test("every difference is named with its place", () => {
  const rest = { id: "a", n: 1, deep: { list: [1, 2], text: "x" }, object: { a: 1 }, gone: true };
  const given = { id: "b", n: "1", deep: { list: [1], text: "y" }, object: "text" };
  assertEquals(differences(given, rest, "post"), [
    'post.id is "b", not "a"',
    'post.n is "1", not 1',
    "post.deep.list has 1 elements, not 2",
    'post.deep.text is "y", not "x"',
    'post.object is "text"',
    "post.gone is absent, not true",
  ]);
});
