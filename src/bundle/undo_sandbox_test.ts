import { assertEquals } from "@std/assert";
import { completePermissions } from "./permissions.ts";
import {
  undoFaults,
  UNDOING_PERMISSIONS,
  undonePermissions,
  undoneWarning,
} from "./undo_sandbox.ts";

const EVERYTHING = completePermissions({
  ...{ net: true, read: true, env: true },
  ...{ run: ["git", "cat"], ffi: ["/lib/x.so"], sys: true, write: ["/srv/export"] },
});

Deno.test("names of hosts, files and variables leave the sandbox whole, and so do empty lists", () => {
  const permissions = completePermissions({
    ...{ net: ["a"], read: ["b"], env: ["C"], database: true },
    ...{ run: [], ffi: [], sys: [], write: [] },
  });
  assertEquals(undonePermissions(permissions), []);
  assertEquals(undoFaults(permissions), []);
  assertEquals(Object.keys(permissions), ["net", "read", "env", "database", "memory"]);
});

Deno.test("each permission that undoes the sandbox is told with what it undoes", () => {
  assertEquals(undonePermissions(EVERYTHING).map(({ permission }) => permission), [
    ...UNDOING_PERMISSIONS,
  ]);
  const [run] = undonePermissions(EVERYTHING).map(undoneWarning);
  assertEquals(
    run,
    "run undoes the sandbox: the plugin may run cat, git; a program that the plugin starts is " +
      "outside the sandbox, and does whatever the server's user may do",
  );
});

Deno.test("each of them must be named, and what is not asked for must not", () => {
  assertEquals(undoFaults(EVERYTHING, UNDOING_PERMISSIONS), []);
  const named = UNDOING_PERMISSIONS.filter((name) => name !== "ffi");
  assertEquals(undoFaults(EVERYTHING, named), [{
    permission: "ffi",
    unasked: false,
    reason:
      "ffi undoes the sandbox: the plugin may load the native code of /lib/x.so; native code " +
      "does whatever the server's user may do, whatever the sandbox says. If it shall be so, say " +
      'so: --undo-sandbox=ffi, or undoSandbox: ["ffi"] in code',
  }]);
  const scoped = completePermissions({ net: ["a"] });
  assertEquals(undoFaults(scoped, ["net", "run", "rnu"]).map(({ reason }) => reason), [
    '"net" is named by --undo-sandbox or undoSandbox, and the manifest does not ask for ' +
    '"net": true; leave it out there',
    '"run" is named by --undo-sandbox or undoSandbox, and the manifest does not ask for run; ' +
    "leave it out there",
    '"rnu" is named by --undo-sandbox or undoSandbox, and is none of run, ffi, sys, write, net, ' +
    "read, env; leave it out there",
  ]);
});
