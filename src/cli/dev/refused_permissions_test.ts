import { assertEquals, assertStringIncludes } from "@std/assert";
import type { PluginPermissions } from "../../bundle/mod.ts";
import { proposal, refusedIn } from "./refused_permissions.ts";

const none: PluginPermissions = { net: [], read: [], env: [], database: false, memory: 256 };

function proposed(text: string, permissions: PluginPermissions = none): string {
  return refusedIn(text).flatMap((access) => proposal(access, permissions, "/tmp/b")).join("\n");
}

Deno.test("a host that was refused is proposed beside those that are allowed, with what it exposes", () => {
  const text = proposed(
    'NotCapable: Requires net access to "api.example.com:443", run again with the --allow-net flag',
    { ...none, net: ["old.example.com"] },
  );
  assertStringIncludes(text, '"net": ["old.example.com","api.example.com:443"]');
  assertStringIncludes(text, "can be sent to api.example.com:443.");
});

Deno.test("an environment variable and a file of the bundle are proposed, too", () => {
  const env = proposed('Requires env access to "GREETING", run again');
  assertStringIncludes(env, '"env": ["GREETING"]');
  assertStringIncludes(env, "may be a password");
  const read = proposed('Requires read access to "/tmp/b/words.txt", run again');
  assertStringIncludes(read, '"read": ["words.txt"]');
  assertStringIncludes(read, "whoever has the bundle can read it");
});

Deno.test("what no manifest can allow is not proposed, and the reason is given", () => {
  const wanted = [
    ['Requires read access to "/etc/passwd", run again', "the files of its own bundle"],
    ['Requires env access to "LD_PRELOAD", run again', "changes how the plugin's process starts"],
    ['Requires import access to "example.com:443", run again', "code comes with the bundle"],
  ] as const;
  for (const [message, reason] of wanted) {
    assertStringIncludes(proposed(message), "No manifest can allow it");
    assertStringIncludes(proposed(message), reason);
  }
});

Deno.test("a permission that undoes the sandbox is proposed with the flag that it needs", () => {
  const run = proposed('Requires run access to "git", run again', { ...none, run: ["ls"] });
  assertStringIncludes(run, '"run": ["ls","git"]');
  assertStringIncludes(run, "--undo-sandbox=run");
  assertStringIncludes(run, "undoes the sandbox");
  assertStringIncludes(proposed('Requires write access to "x", run again'), "is not absolute");
});

Deno.test("a variable that is not there is proposed with its place, but none that a library never gets", () => {
  const hidden = (target: string, at: string) =>
    proposal({ kind: "env", target, at, why: "hidden" }, none, "/tmp/b").join("\n");
  const own = hidden("GREETING", "src/plugin.ts:6");
  assertStringIncludes(own, "there is no variable GREETING for the plugin");
  assertStringIncludes(own, "(src/plugin.ts:6)");
  assertStringIncludes(own, '"env": ["GREETING"]');
  assertStringIncludes(hidden("DEBUG", "npm:debug@4.0.0/src/node.js:1"), '"env": ["DEBUG"]');
  assertStringIncludes(hidden("NODE_ENV", "src/plugin.ts:6"), "No manifest can allow it");
  assertEquals(hidden("NODE_ENV", "npm:debug@4.0.0/src/node.js:1"), "");
  assertEquals(hidden("NODE_ENV", "@mattermost-deno/plugin/src/a.ts:1"), "");
});

Deno.test("a file beside the manifest that the bundle lacks is proposed", () => {
  const access = { kind: "read", target: "/tmp/b/words.txt", why: "left out" } as const;
  const text = proposal(access, none, "/tmp/b").join("\n");
  assertStringIncludes(text, "the bundle has no words.txt, since the manifest does not name it");
  assertStringIncludes(text, '"read": ["words.txt"]');
});

Deno.test("a text that tells of one refusal twice names it once, and others name none", () => {
  const message = 'Requires net access to "a.example:1", run again';
  assertEquals(refusedIn(`${message}\n${message}`), [{ kind: "net", target: "a.example:1" }]);
  assertEquals(refusedIn("access to the net is required"), []);
});
