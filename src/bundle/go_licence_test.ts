import { assertEquals } from "@std/assert";
import { goVersion } from "./go_licence.ts";

/** A program as Go writes it, as far as it tells of Go. */
function program(version: string, flags = 2): Uint8Array {
  const text = new TextEncoder().encode(version);
  const bytes = new Uint8Array(100 + text.length);
  bytes.set([0xff, ...new TextEncoder().encode(" Go buildinf:"), 8, flags], 16);
  bytes.set([text.length, ...text], 48);
  return bytes;
}

Deno.test("a program tells which Go it was built with, or nothing", () => {
  assertEquals(goVersion(program("go1.26.8")), "1.26.8");
  assertEquals(goVersion(program("go1.27rc1")), "1.27rc1");
  assertEquals(goVersion(program("devel")), undefined);
  assertEquals(goVersion(program("go1.26.8", 0)), undefined);
  assertEquals(goVersion(new TextEncoder().encode("what is  Go buildinf: about")), undefined);
  assertEquals(goVersion(new Uint8Array()), undefined);
});
