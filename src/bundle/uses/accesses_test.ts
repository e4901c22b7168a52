import { assertEquals } from "@std/assert";
import { findBundleUses } from "./bundle_uses.ts";

function accesses(code: string, file = "src/plugin.ts"): string[] {
  return findBundleUses(`// ${file}\n${code}\n`).accesses
    .map(({ kind, what, target }) => `${kind} ${what} ${target}`);
}

Deno.test("hosts that code connects to are found, as far as they stand in it", () => {
  const cases: [string, ...string[]][] = [
    ['fetch("https://a.example.com/b")', "net fetch a.example.com:443"],
    ["fetch(`http://a.example.com/${b}`)", "net fetch a.example.com:80"],
    ["fetch(`https://${b}.example.com/`)", "net fetch undefined"],
    ["fetch(`https://a.example.com${b}`)", "net fetch undefined"],
    [
      'const BASE = "https://a.example.com:8443"; fetch(BASE + "/x")',
      "net fetch a.example.com:8443",
    ],
    ['fetch(new URL("/x", "https://a.example.com"))', "net fetch a.example.com:443"],
    ['fetch(new URL(`/x/${y}`, "https://a.example.com"))', "net fetch a.example.com:443"],
    ['fetch(new Request("https://a.example.com/"))', "net fetch a.example.com:443"],
    ['globalThis.fetch("https://a.example.com")', "net fetch a.example.com:443"],
    ['const get = fetch; get("https://a.example.com")', "net fetch a.example.com:443"],
    ['load("https://a.example.com"); function load(u) { fetch(u) }', "net fetch a.example.com:443"],
    ['new WebSocket("wss://a.example.com/s")', "net WebSocket a.example.com:443"],
    ['Deno.connect({ hostname: "a.example.com", port: 25 })', "net Deno.connect a.example.com:25"],
    [
      'import { request } from "node:https"; request("https://a.b/")',
      "net node:https.request a.b:443",
    ],
    ["fetch(settings.url)", "net fetch undefined"],
    ['function fetch() {} fetch("https://a.example.com")'],
    ['client.fetch("https://a.example.com")'],
  ];
  for (const [code, ...expected] of cases) assertEquals(accesses(code), expected, code);
});

Deno.test("variables, files, programs and the like are found", () => {
  const cases: [string, ...string[]][] = [
    ['Deno.env.get("A")', "env Deno.env.get A"],
    ['const { env } = Deno; env.get("A")', "env Deno.env.get A"],
    ['process.env.A; process.env["B"]', "env process.env A", "env process.env B"],
    ['import process from "node:process"; process.env.A', "env process.env A"],
    ["process.env[name]", "env process.env undefined"],
    ['Deno.readTextFile("words.txt")', "read Deno.readTextFile words.txt"],
    ['Deno.readTextFileSync("./a/../words.txt")', "read Deno.readTextFileSync words.txt"],
    [
      'Deno.readFile(new URL("../words.txt", import.meta.url))',
      "read Deno.readFile words.txt",
    ],
    [
      "Deno.readTextFile(`${import.meta.dirname}/words.txt`)",
      "read Deno.readTextFile server/words.txt",
    ],
    ['Deno.readTextFile("/etc/passwd")', "read Deno.readTextFile /etc/passwd"],
    ["Deno.readTextFile(path)", "read Deno.readTextFile undefined"],
    ['import fs from "node:fs"; fs.readFileSync("a")', "read node:fs.readFileSync a"],
    [
      'import * as fs from "node:fs"; fs.promises.readFile("a")',
      "read node:fs.promises.readFile a",
    ],
    ['new Deno.Command("git", {})', "run Deno.Command git"],
    ['const { Command } = Deno; new Command("git")', "run Deno.Command git"],
    [
      'import { execFile } from "node:child_process"; execFile("git")',
      "run node:child_process.execFile git",
    ],
    ['Deno.dlopen("/lib/x.so", {})', "ffi Deno.dlopen /lib/x.so"],
    ["Deno.hostname()", "sys Deno.hostname undefined"],
    ['Deno.writeTextFile("/tmp/x", "")', "write Deno.writeTextFile /tmp/x"],
    ['const Deno = {}; Deno.env.get("A")'],
  ];
  for (const [code, ...expected] of cases) assertEquals(accesses(code), expected, code);
});

Deno.test("of a library only what it calls under its own name counts; of this package nothing", () => {
  const code = 'fetch("https://a.b/"); const get = fetch; get("https://c.d/"); process.env.DEBUG;';
  assertEquals(accesses(code, "npm:library@1.0.0/index.js"), ["net fetch a.b:443"]);
  assertEquals(accesses(code, "@mattermost-deno/plugin/src/a.ts"), []);
});
