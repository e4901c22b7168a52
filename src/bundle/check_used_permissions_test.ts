import { assertEquals } from "@std/assert";
import { isInCode } from "./check_findings.ts";
import { checkUsedPermissions } from "./check_used_permissions.ts";
import type { PermissionRequest } from "./permissions.ts";
import { findBundleUses } from "./uses/bundle_uses.ts";

function check(code: string, permissions: PermissionRequest = {}, more: object = {}): string[] {
  const uses = findBundleUses(code.startsWith("//") ? code : `// src/plugin.ts\n${code}\n`);
  return checkUsedPermissions({ ...more, server: { permissions } }, uses).map((finding) => {
    const where = isInCode(finding)
      ? `${finding.place.line}:${finding.place.column}`
      : finding.path.slice(2).join(".");
    return `${where} ${finding.severity}: ${finding.reason}`;
  });
}

Deno.test("what the code reaches for and the manifest does not ask for is said with what it would expose", () => {
  assertEquals(check('fetch("https://a.example.com/x")'), [
    '2:1 warning: this connects to "a.example.com:443", which the sandbox refuses; add it to ' +
    "server.permissions.net, with which whatever the plugin sees (messages, files, accounts) can be " +
    "sent there",
  ]);
  assertEquals(check('Deno.env.get("SECRET")'), [
    "2:10 warning: this reads the variable SECRET, which is not there for the plugin; add " +
    '"SECRET" to server.permissions.env, with which the plugin knows its value, which may be a ' +
    "password; a secret setting is safer",
  ]);
  assertEquals(check("process.env.DENO_DIR"), [
    "2:13 warning: this reads the variable DENO_DIR, which is not there for the plugin; no manifest " +
    'can change that: "DENO_DIR" is never passed on: it changes how the plugin\'s process starts',
  ]);
  assertEquals(check('Deno.env.get("TZ")'), [
    "2:10 warning: this reads the variable TZ, which is not there for the plugin; no manifest can " +
    'change that: "TZ" cannot be asked for: every plugin\'s process has it, and hides it from the code',
  ]);
  assertEquals(check('Deno.readTextFile("words.txt")'), [
    '2:6 warning: this reads "words.txt", which is not in the bundle; add it to ' +
    "server.permissions.read, with which it goes into the bundle, for whoever has that to read, or " +
    "put it into assets/",
  ]);
  assertEquals(check('Deno.readTextFile("/etc/passwd")'), [
    '2:6 warning: this reads "/etc/passwd", which the sandbox refuses: a plugin reads the files of ' +
    "its own bundle alone. Put the file beside the manifest, and name it in server.permissions.read",
  ]);
  assertEquals(check('new Deno.Command("git")'), [
    '2:10 warning: Deno.Command is used here for "git", which the sandbox refuses: a program that ' +
    "the plugin starts is outside the sandbox, and does whatever the server's user may do. Do " +
    'without it; or ask for "run" in server.permissions, and give --undo-sandbox=run wherever the ' +
    "plugin is bundled and run",
  ]);
  assertEquals(check("({ database }) => database.query``"), [
    "2:4 warning: the server's database is used here, and the manifest does not ask for it; add " +
    '"database": true to server.permissions, with which the plugin may read and change everything ' +
    "in Mattermost",
  ]);
});

Deno.test("each thing is said once, and what cannot be told is not said", () => {
  assertEquals(check('fetch("https://a.b/1"); fetch("https://a.b/2")').length, 1);
  assertEquals(check("fetch(url); Deno.env.get(name); Deno.readTextFile(path)"), []);
  assertEquals(check('Deno.readTextFile("assets/words.txt")'), []);
  assertEquals(check('Deno.readTextFile("plugin.json"); import.meta.url'), []);
});

Deno.test("what the manifest asks for is let through, by name or as a whole", () => {
  const cases: [string, PermissionRequest][] = [
    ['fetch("https://a.b/")', { net: ["a.b"] }],
    ['fetch("https://a.b/")', { net: ["a.b:443"] }],
    ['fetch("https://a.b/")', { net: true }],
    ['Deno.env.get("A")', { env: ["A"] }],
    ['Deno.env.get("A")', { env: true }],
    ['Deno.readTextFile("texts/a.txt")', { read: ["texts/"] }],
    ['Deno.readTextFile("/etc/hosts")', { read: true }],
    ['new Deno.Command("git")', { run: ["git"] }],
    ['Deno.writeTextFile("/tmp/x/y", "texts")', { write: ["/tmp/x"] }],
    ["Deno.hostname()", { sys: ["hostname"] }],
    ["({ database }) => database", { database: true }],
  ];
  for (const [code, permissions] of cases) assertEquals(check(code, permissions), [], code);
  assertEquals(check('fetch("https://a.b/")', { net: ["a.b:80"] }).length, 1);
  assertEquals(check('new Deno.Command("git")', { run: ["ls"] }).length, 1);
});

Deno.test("a library that needs a permission is a hint, since the plugin may never come there", () => {
  const library = "// npm:library@1.0.0/index.js\n";
  const hints = (code: string) => check(`${library}${code}`).map((text) => text.slice(0, 60));
  assertEquals(hints('fetch("https://a.b/")'), [
    '2:1 hint: in a library: this connects to "a.b:443", which th',
  ]);
  assertEquals(hints('process.env.A; Deno.env.get("B"); Deno.readTextFile("c")'), []);
});

Deno.test("what is asked for and never named is a hint at its place in the manifest", () => {
  const all: PermissionRequest = {
    net: ["a.example.com", "b.example.com:443"],
    read: ["texts/words.txt"],
    env: ["FIRST", "SECOND"],
    database: true,
  };
  assertEquals(check("var nothing;", all), [
    'net.0 hint: the plugin\'s code names no "a.example.com"; take it out if nothing connects to it',
    'net.1 hint: the plugin\'s code names no "b.example.com"; take it out if nothing connects to it',
    'read.0 hint: the plugin\'s code names no "words.txt"; take it out if nothing reads it',
    'env.0 hint: the plugin\'s code names no "FIRST"; take it out if nothing reads it',
    'env.1 hint: the plugin\'s code names no "SECOND"; take it out if nothing reads it',
    "database hint: the plugin's code uses no database; take this out, since it opens the server's " +
    "whole one",
  ]);
  const code = `var hosts = ["https://a.example.com", \`b.example.com\`];
    Deno.readTextFile("texts/words.txt"); Deno.env.get("FIRST"); process.env.SECOND;
    export default (context) => context.database.query();`;
  assertEquals(check(code, all), []);
  assertEquals(check("", { net: ["a.b"] }, { props: { service: "https://a.b" } }), []);
});
