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
    ['Requires run access to "ls", run again', "outside the sandbox"],
    ['Requires read access to "/etc/passwd", run again', "the files of its own bundle"],
    ['Requires env access to "LD_PRELOAD", run again', "changes how the plugin's process starts"],
    ['Requires write access to "x", run again', "nothing on the server's disk"],
  ] as const;
  for (const [message, reason] of wanted) {
    assertStringIncludes(proposed(message), "No manifest can allow it");
    assertStringIncludes(proposed(message), reason);
  }
});

Deno.test("a text that tells of one refusal twice names it once, and others name none", () => {
  const message = 'Requires net access to "a.example:1", run again';
  assertEquals(refusedIn(`${message}\n${message}`), [{ kind: "net", target: "a.example:1" }]);
  assertEquals(refusedIn("access to the net is required"), []);
});
