import { assertEquals } from "@std/assert";
import { agreeing, differences, problems } from "./results.ts";

Deno.test("differences are named by their places, in objects and lists", () => {
  const real = { value: { roles: ["a", "b"], name: "x", only: 1 } };
  const embedded = { value: { roles: ["a", "c"], name: "x" } };
  assertEquals(differences(real, embedded), [
    { at: "value.only", real: 1, embedded: undefined },
    { at: "value.roles[1]", real: "b", embedded: "c" },
  ]);
  assertEquals(differences([1], [1, 2], "value"), [{ at: "value", real: [1], embedded: [1, 2] }]);
  assertEquals(differences({ a: [{ b: null }] }, { a: [{ b: null }] }), []);
});

const real = { one: { value: 1 }, two: { error: { id: "x", status: 404 } } };

Deno.test("a difference that is not in the table is a problem", () => {
  const embedded = { ...real, two: { error: { id: "x", status: 400 } } };
  assertEquals(problems(real, embedded, []), [
    '"two" differs at error.status: 404 on the real server, 400 on the embedded one',
  ]);
  const known = [{ scenario: "two", at: ["error.status"], reason: "because" }];
  assertEquals(problems(real, embedded, known), []);
  assertEquals(agreeing(real, embedded), 1);
});

Deno.test("another difference in a scenario of the table is a problem all the same", () => {
  const embedded = { ...real, two: { error: { id: "y", status: 400 } } };
  const known = [{ scenario: "two", at: ["error.status"], reason: "because" }];
  assertEquals(problems(real, embedded, known), [
    '"two" differs at error.id: "x" on the real server, "y" on the embedded one',
  ]);
});

Deno.test("a row of the table that does not hold any more is a problem", () => {
  const known = [
    { scenario: "two", at: ["error.status"], reason: "because" },
    { scenario: "three", at: ["value"], reason: " " },
  ];
  assertEquals(problems(real, real, known), [
    'the table names a scenario that is not: "three"',
    'the table gives no reason for "three"',
    '"two" no longer differs at error.status; take it out of the table',
  ]);
});

Deno.test("a scenario that was played on one server alone is a problem", () => {
  const { one } = real;
  assertEquals(problems(real, { one }, []), ['"two" was played on the real server alone']);
  assertEquals(problems({ one }, real, []), ['"two" was played on the embedded one alone']);
});
