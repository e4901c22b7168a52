import { assertEquals } from "@std/assert";
import { socketPrefix } from "../../bundle/socket_names.ts";
import { type AuditedAccess, createAuditReader, parseAuditLine } from "./audit_log.ts";
import { auditedModules, type AuditedPlugin, auditedRefusal } from "./audited_refusals.ts";

/** A line as Deno writes it. */
function line(permission: string, value: unknown, ...stack: string[]): string {
  const datetime = "2026-01-02T03:04:05Z";
  return JSON.stringify({ v: 1, datetime, permission, value, stack });
}

/** The folder in which a host and this plugin meet. */
function sockets(id: string): string {
  return `/tmp/${socketPrefix(id)}-123-abc`;
}

async function inFolder(play: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "dev-audit-" }));
  try {
    await play(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("the audit log is read as it grows, line by line, and anew when it begins anew", async () => {
  await inFolder(async (folder) => {
    const path = `${folder}/audit.jsonl`;
    const reader = createAuditReader(path);
    const targets = async () => (await reader.read()).map(({ target }) => target);
    assertEquals(await targets(), []);
    const [first, second] = [line("env", "ÄÖ"), line("env", "TWO")].map((text) =>
      new TextEncoder().encode(`${text}\n`)
    );
    // Cut in the middle of a character.
    await Deno.writeFile(path, first!.subarray(0, first!.indexOf(0xc3) + 1));
    assertEquals(await targets(), []);
    await Deno.writeFile(path, first!.subarray(first!.indexOf(0xc3) + 1), { append: true });
    await Deno.writeFile(path, second!, { append: true });
    assertEquals(await targets(), ["ÄÖ", "TWO"]);
    assertEquals(await targets(), []);
    await Deno.writeFile(path, second!);
    assertEquals(await targets(), ["TWO"]);
  });
});

Deno.test("a stack that was left over from the access before is not taken for the caller's", async () => {
  await inFolder(async (folder) => {
    const path = `${folder}/audit.jsonl`;
    const lines = [
      line("env", "ONE", "a (file:///a.ts:1:1)"),
      line("read", "/x.sock", "a (file:///a.ts:1:1)"),
      line("write", "/x.sock", "a (file:///a.ts:1:1)"),
      line("net", "http://example.com/x", "b (file:///b.ts:1:1)"),
      line("net", "example.com:80", "b (file:///b.ts:1:1)"),
      line("net", "example.com:80", "b (file:///b.ts:1:1)"),
      line("net", "example.org:80", "b (file:///b.ts:1:1)"),
      line("env", "TWO", "b (file:///b.ts:1:1)"),
    ];
    await Deno.writeTextFile(path, lines.join("\n") + "\n");
    const found = await createAuditReader(path).read();
    assertEquals(found.map(({ stack }) => stack.length), [1, 0, 0, 1, 1, 1, 0, 1]);
  });
});

Deno.test("a line that is no entry of the audit log is left out", () => {
  assertEquals(parseAuditLine("{"), undefined);
  assertEquals(parseAuditLine("[]"), undefined);
  assertEquals(parseAuditLine(line("env", null)), { kind: "env", target: undefined, stack: [] });
});

Deno.test("an entry counts if the plugin asked for it and its manifest does not cover it", async () => {
  await inFolder(async (folder) => {
    const bundle = `${folder}/bundle`;
    await Deno.mkdir(`${bundle}/server`, { recursive: true });
    await Deno.writeTextFile(`${bundle}/in.txt`, "");
    await Deno.writeTextFile(`${folder}/beside.txt`, "");
    const sources = ["src/plugin.ts", "../../up/more.ts", "npm:lib@1.0.0/index.js"];
    await Deno.writeTextFile(`${bundle}/server/plugin.js.map`, JSON.stringify({ sources }));
    const plugin: AuditedPlugin = {
      id: "com.example.live",
      folder: bundle,
      manifestFolder: folder,
      modules: await auditedModules(bundle),
      permissions: {
        net: ["api.example.com:443", "any.example.com", "[::1]:5"],
        read: [],
        env: ["GIVEN"],
        database: false,
        memory: 256,
      },
    };
    const server = `file://${bundle}/server`;
    const own = [
      "Object.getEnv [as get] (ext:deno_os/30_os.js:1:1291)",
      "Object.get (ext:deno_node/_process/process.ts:1:1360)",
      `deep (${server}/src/plugin.ts:6:19)`,
      "file:///cache/loader/0123.js:8:1",
    ];
    const loaders = ["get (ext:deno_os/30_os.js:1:1)", "file:///cache/loader/0123.js:8:1", own[2]!];
    const cases: [
      AuditedAccess | undefined,
      Partial<Awaited<ReturnType<typeof auditedRefusal>>>?,
    ][] = [
      [parseAuditLine(line("env", "SECRET", ...own)), {
        target: "SECRET",
        at: "src/plugin.ts:6",
        why: "hidden",
      }],
      [parseAuditLine(line("env", "GIVEN", ...own))],
      [parseAuditLine(line("env", null, ...own))],
      [parseAuditLine(line("env", "GRPC_TRACE", ...loaders))],
      [parseAuditLine(line("env", "GRPC_TRACE"))],
      [parseAuditLine(line("env", "A", `async up (file://${folder}/up/more.ts:3:1)`)), {
        at: "../../up/more.ts:3",
      }],
      [parseAuditLine(line("env", "DEBUG", "npm:lib@1.0.0/index.js:2:9")), {
        at: "npm:lib@1.0.0/index.js:2",
      }],
      [parseAuditLine(line("env", "B", `${server}/plugin.js:90:1`)), { at: "plugin.js:90" }],
      // What Node's modules ask for by themselves; one of them runs a program.
      [parseAuditLine(
        line("env", "NODE_DEBUG", own[0]!, "a (ext:deno_node/util.ts:1:1)", own[2]!),
      )],
      [
        parseAuditLine(
          line("env", "A", own[0]!, "b (ext:deno_node/internal/child_process.ts:1:1)", own[2]!),
        ),
        { kind: "run", target: undefined, at: "src/plugin.ts:6" },
      ],
      [parseAuditLine(line("env", "C", own[0]!, "Object.keys (<anonymous>)", own[2]!)), {
        why: "hidden",
      }],
      // The URL may have a key in it, and the host comes as an entry of its own.
      [parseAuditLine(line("net", "https://api.example.org/?key=1", ...own))],
      [parseAuditLine(line("net", "api.example.org:443", ...own)), {
        target: "api.example.org:443",
      }],
      [parseAuditLine(line("net", "API.example.com:443", ...own))],
      [parseAuditLine(line("net", "any.example.com:8080", ...own))],
      [parseAuditLine(line("net", "api.example.com:80", ...own)), { kind: "net" }],
      [parseAuditLine(line("net", "api.example.com", ...own)), { kind: "net" }],
      [parseAuditLine(line("net", "[0:0::1]:5", ...own))],
      [parseAuditLine(line("net", "redirected.example.com:443")), { kind: "net" }],
      [parseAuditLine(line("net", `unix:${sockets("com.example.live")}/api.sock`))],
      [parseAuditLine(line("write", `${sockets("com.example.live")}/plugin.sock`))],
      [parseAuditLine(line("net", `unix:${sockets("com.example.other")}/api.sock`)), {
        kind: "net",
      }],
      [parseAuditLine(line("net", "unix:/run/docker.sock", ...own)), { kind: "net" }],
      [parseAuditLine(line("read", "/etc/passwd", ...own)), { kind: "read" }],
      [parseAuditLine(line("read", "../other", ...own)), { kind: "read" }],
      [parseAuditLine(line("read", "in.txt", ...own))],
      [parseAuditLine(line("read", `${bundle}/nowhere.txt`, ...own))],
      [parseAuditLine(line("read", "beside.txt", ...own)), {
        target: `${bundle}/beside.txt`,
        why: "left out",
      }],
      [parseAuditLine(line("write", `${bundle}/in.txt`, ...own)), { kind: "write" }],
      [parseAuditLine(line("sys", "hostname", ...own)), { kind: "sys" }],
      [parseAuditLine(line("ffi", "/lib/x.so", ...own)), { kind: "ffi" }],
      [parseAuditLine(line("import", "example.com:443")), { kind: "import" }],
    ];
    for (const [entry, expected] of cases) {
      const found = await auditedRefusal(entry!, plugin);
      const picked = expected &&
        Object.fromEntries(Object.keys(expected).map((key) => [key, found?.[key as "at"]]));
      assertEquals(expected === undefined ? found : picked, expected, JSON.stringify(entry));
    }
  });
});
