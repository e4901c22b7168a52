import { assert, assertEquals } from "@std/assert";
import { type Random, seededRandom } from "../../tests/support/seed.ts";
import { isInCode } from "./check_findings.ts";
import { asManifest, compareWithCode, readUses } from "./compare_with_code.ts";
import type { Severity } from "./manifest_shape.ts";
import { formatPath, parseManifestSource } from "./manifest_source.ts";
import type { PermissionRequest } from "./permissions.ts";

/** A manifest and a plugin that do not fit each other. */
interface Mismatch {
  readonly minimum?: string;
  readonly permissions?: PermissionRequest;
  /** A line of the plugin's `onActivate`. */
  readonly line?: string;
  /** Another part of its definition. */
  readonly part?: string;
  /** Where it is found: what the line of the code begins with there, or the value's path. */
  readonly at: { readonly code: string } | { readonly path: string };
  readonly severity: Severity;
  readonly says: RegExp;
}

const letters = (random: Random, length = 8) =>
  Array.from({ length }, () => String.fromCharCode(97 + random.integer(0, 25))).join("");

const KINDS: Readonly<Record<string, (random: Random) => Mismatch>> = {
  "a host that nothing names"(random) {
    const host = `${letters(random)}.example.com`;
    const entry = random.integer(0, 1) === 0 ? host : `${host}:${random.integer(1, 65535)}`;
    const index = random.integer(1, 3);
    const net = Array.from({ length: index }, () => "known.example.com");
    return {
      permissions: { net: [...net, entry] },
      line: 'fetch("https://known.example.com/");',
      at: { path: `server.permissions.net[${index}]` },
      severity: "hint",
      says: new RegExp(`names no "${host}"; take it out`),
    };
  },
  "a variable that nothing reads"(random) {
    const name = letters(random).toUpperCase();
    return {
      permissions: { env: [name] },
      at: { path: "server.permissions.env[0]" },
      severity: "hint",
      says: new RegExp(`names no "${name}"; take it out`),
    };
  },
  "a file that nothing reads"(random) {
    const file = `${letters(random)}.txt`;
    return {
      permissions: { read: [`texts/${file}`] },
      at: { path: "server.permissions.read[0]" },
      severity: "hint",
      says: new RegExp(`names no "${file}"; take it out`),
    };
  },
  "a database that nothing uses": () => ({
    permissions: { database: true },
    at: { path: "server.permissions.database" },
    severity: "hint",
    says: /uses no database; take this out/,
  }),
  "programs that nothing starts": () => ({
    permissions: { run: ["git"] },
    at: { path: "server.permissions.run" },
    severity: "warning",
    says: /runs no program; take this out/,
  }),
  "a method that came later": (random) => ({
    minimum: `${random.integer(7, 9)}.${random.integer(2, 9)}.0`,
    line: "await api.searchPropertyFields({});",
    at: { code: "searchPropertyFields" },
    severity: "warning",
    says: /^searchPropertyFields needs Mattermost 11\.0, min_server_version says \d\.\d\.0: make/,
  }),
  "a hook that came later": (random) => ({
    minimum: `10.${random.integer(0, 20)}.0`,
    part: "hooks: { emailNotificationWillBeSent() {} },",
    at: { code: "emailNotificationWillBeSent" },
    severity: "warning",
    says:
      /^the hook emailNotificationWillBeSent needs Mattermost 11\.0, .*older servers never call/,
  }),
  "what this package calls came later": (random) => ({
    minimum: `6.${random.integer(0, 9)}.0`,
    part: 'bot: { username: "robot" },',
    at: { code: "bot" },
    severity: "warning",
    says: /^bot calls ensureBotUser and so needs Mattermost 7\.1, min_server_version says 6/,
  }),
  "no word about the oldest server": () => ({
    minimum: "",
    line: "await api.getGroups({});",
    at: { path: "min_server_version" },
    severity: "hint",
    says: /uses getGroups \(10\.7, plugin\.js:\d+:\d+\), so at least "10\.7\.0"/,
  }),
  "a method whose name is worked out": (random) => ({
    line: `await api[config.${letters(random)}]({});`,
    at: { code: "config." },
    severity: "hint",
    says: /by computed name here: which servers have them cannot be known/,
  }),
  "a host that the manifest does not name"(random) {
    const host = `${letters(random)}.example.com`;
    return {
      line: `await fetch("https://${host}/${letters(random)}");`,
      at: { code: "fetch" },
      severity: "warning",
      says: new RegExp(`connects to "${host}:443", which the sandbox refuses; add it to`),
    };
  },
  "a port that the manifest does not name"(random) {
    const port = random.integer(1024, 60000);
    return {
      permissions: { net: [`known.example.com:${port + 1}`] },
      line: `new WebSocket("ws://known.example.com:${port}/");`,
      at: { code: "WebSocket" },
      severity: "warning",
      says: new RegExp(`connects to "known\\.example\\.com:${port}"`),
    };
  },
  "a variable that the manifest does not name"(random) {
    const name = letters(random).toUpperCase();
    return {
      line: `Deno.env.get("${name}");`,
      at: { code: "get" },
      severity: "warning",
      says: new RegExp(`reads the variable ${name}, .*add "${name}" to server`),
    };
  },
  "a variable that is never passed on": (random) => ({
    line: `process.env.DENO_${letters(random).toUpperCase()};`,
    at: { code: "DENO_" },
    severity: "warning",
    says: /no manifest can change that/,
  }),
  "a file that is not in the bundle"(random) {
    const file = `texts2/${letters(random)}.txt`;
    return {
      permissions: { read: ["texts"] },
      line: `await Deno.readTextFile("${file}"); "texts";`,
      at: { code: "readTextFile" },
      severity: "warning",
      says: new RegExp(`reads "${file}", which is not in the bundle; add it`),
    };
  },
  "a file outside of the bundle": (random) => ({
    line: `Deno.readFileSync("/etc/${letters(random)}");`,
    at: { code: "readFileSync" },
    severity: "warning",
    says: /reads "\/etc\/[a-z]+", which the sandbox refuses: .*Put the file beside the manifest/,
  }),
  "a program": (random) => ({
    line: `new Deno.Command("${letters(random)}");`,
    at: { code: "Command" },
    severity: "warning",
    says: /Command is used here for "[a-z]+", which the sandbox refuses: .*Do without it; or ask/,
  }),
  "native code": (random) => ({
    line: `Deno.dlopen("/lib/${letters(random)}.so", {});`,
    at: { code: "dlopen" },
    severity: "warning",
    says: /dlopen is used here for "\/lib\/[a-z]+\.so", .*--undo-sandbox=ffi/,
  }),
  "facts about the machine": () => ({
    line: "Deno.hostname();",
    at: { code: "hostname" },
    severity: "warning",
    says: /hostname is used here, which the sandbox refuses: .*--undo-sandbox=sys/,
  }),
  "a file that is written": (random) => ({
    line: `await Deno.writeTextFile("/tmp/${letters(random)}", "");`,
    at: { code: "writeTextFile" },
    severity: "warning",
    says: /writeTextFile is used here for "\/tmp\/[a-z]+", .*--undo-sandbox=write/,
  }),
  "a database that is not asked for": () => ({
    line: "await context.database.query``;",
    at: { code: "database" },
    severity: "warning",
    says: /database is used here, and the manifest does not ask for it; add "database": true/,
  }),
};

function pluginOf({ line = "", part = "" }: Mismatch, random: Random): string {
  return `// @mattermost-deno/plugin/src/define/define_plugin.ts
function definePlugin(plugin) { return plugin; }
// src/plugin.ts
${"\n".repeat(random.integer(0, 30))}var plugin = definePlugin({
  ${part}
  async onActivate(context) {
    const { api, config } = context;
    ${" ".repeat(random.integer(0, 20))}${line}
  },
});
`;
}

Deno.test("each way in which a manifest and a plugin can disagree is found at its place, alone", async () => {
  const random = seededRandom("manifests that do not fit their plugins");
  for (const [name, make] of Object.entries(KINDS)) {
    for (let round = 0; round < 5; round++) {
      const kind = make(random);
      const text = JSON.stringify(
        {
          id: "com.example.it",
          version: "1.0.0",
          min_server_version: kind.minimum ?? "99.0.0",
          server: { permissions: kind.permissions ?? {} },
        },
        null,
        2,
      );
      const source = parseManifestSource("plugin.json", text);
      const manifest = asManifest(source.value);
      assert(manifest !== undefined);
      const code = pluginOf(kind, random);
      const read = await readUses({ code, file: "plugin.js" });
      const found = compareWithCode(manifest, { code }, read, undefined);
      const said = `${name}\n${text}\n${code}\n${JSON.stringify(found, null, 2)}`;
      const [finding, ...others] = found;
      assert(finding !== undefined, said);
      assertEquals(others, [], said);
      assertEquals(finding.severity, kind.severity, said);
      assert(kind.says.test(finding.reason), said);
      if (isInCode(finding)) {
        const { line, column } = finding.place;
        const there = code.split("\n")[line - 1]?.slice(column - 1) ?? "";
        assert("code" in kind.at && there.startsWith(kind.at.code), said);
      } else {
        assert("path" in kind.at && formatPath(finding.path) === kind.at.path, said);
        assert((source.place(finding.path).line ?? 0) > 1, said);
      }
    }
  }
});

Deno.test("a manifest that is wrong in itself is compared as far as it goes", async () => {
  const code = "// src/plugin.ts\n(({ api }) => api.getGroups({}));\n";
  const read = await readUses({ code, file: "plugin.js" });
  for (
    const value of [{}, { server: 1 }, { server: { permissions: [1] }, min_server_version: 9 }]
  ) {
    const manifest = asManifest(value);
    assert(manifest !== undefined);
    assertEquals(compareWithCode(manifest, { code }, read, undefined).length, 1);
  }
  for (const value of [null, 1, "text", []]) assertEquals(asManifest(value), undefined);
});
