import { assertEquals, assertThrows } from "@std/assert";
import { localized } from "./context/translate.ts";
import { UserError } from "./user_error.ts";

Deno.test("a UserError has a text, and another copy's is one as well", () => {
  const { message, text, usage } = new UserError("Not so.", { usage: true });
  assertEquals([message, text, usage], ["Not so.", "Not so.", true]);
  assertEquals(new UserError(localized("no")).message, "no");
  const other = { [Symbol.for("mattermost-deno.UserError")]: true };
  assertEquals([other instanceof UserError, new Error("x") instanceof UserError], [true, false]);
});

Deno.test("a UserError without a text is refused where it is made", () => {
  for (const [text, shown] of [[undefined, "undefined"], [new Error("x"), "an Error"]] as const) {
    const { message } = assertThrows(() => new UserError(text as never), TypeError);
    assertEquals(message, `UserError: expected a text or localized(…), got ${shown}`);
  }
});
