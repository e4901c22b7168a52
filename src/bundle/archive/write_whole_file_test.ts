import { assert, assertEquals } from "@std/assert";
import { explainUnwritable } from "./write_whole_file.ts";

Deno.test("a folder that takes no files is named, with what to do", () => {
  const error = explainUnwritable("/srv/dist", new Deno.errors.PermissionDenied("denied: tmpdir"));
  assert(error instanceof TypeError);
  assertEquals(
    error.message,
    "/srv/dist cannot be written: denied: tmpdir; choose another folder for the bundle",
  );
});

Deno.test("a full disk stays one, and is said as such", () => {
  const full = Object.assign(new Error("no space: tmpdir"), { code: "ENOSPC" });
  const error = explainUnwritable("/srv/dist", full);
  assert(error instanceof TypeError);
  assert(error.message.includes("there is no room on that disk"));
});
