import { assertEquals, assertThrows } from "@std/assert";
import { allow, dismiss, reject, replace } from "./outcomes.ts";

Deno.test("outcomes are plain objects that any copy of this package understands", () => {
  assertEquals(allow(), { outcome: "allow" });
  assertEquals(dismiss(), { outcome: "dismiss" });
  assertEquals(reject("no"), { outcome: "reject", reason: "no" });
  assertEquals(replace<{ a: number }>({ a: 1 }), { outcome: "replace", replacement: { a: 1 } });
});

Deno.test("an empty reason is refused, and the error says why and what to do", () => {
  for (const reason of ["", "  \n", undefined as never, 5 as never]) {
    const { message } = assertThrows(() => reject(reason), TypeError);
    assertEquals(
      message.startsWith(
        "reject() needs a reason that is not empty: Mattermost shows it to the person who tried, " +
          "and takes an empty one for consent. Got ",
      ),
      true,
      message,
    );
  }
});
