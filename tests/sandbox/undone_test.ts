/** What the permissions that undo the sandbox let through, and what stays refused beside them. */
import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { type PermissionRequest, UNDOING_PERMISSIONS } from "../../src/bundle/mod.ts";
import { HostError } from "../../src/host/mod.ts";
import { testPlugin } from "../../src/testing/mod.ts";
import { body, type Change, probeFolder } from "./probe.ts";
import plugin from "./undone/plugin.ts";

const manifest = (permissions: PermissionRequest) => ({
  ...{ id: "com.example.undone", name: "Undone", version: "1.0.0" },
  server: { runtime: "deno", permissions },
});

for (const transport of ["memory", "netrpc"] as const) {
  const over = transport === "memory" ? "gRPC" : "net/rpc, by its launcher";
  Deno.test(`a plugin that may run echo runs echo and nothing else, over ${over}`, async () => {
    await using t = await testPlugin(plugin, {
      transport,
      manifest: manifest({ run: ["echo"] }),
      sandbox: { undoSandbox: ["run"] },
    });
    const answer = async (path: string) => await (await t.fetch(path)).text();
    assertEquals(await answer("/run?program=echo&word=hello"), "hello\n");
    assertMatch(await answer("/run?program=ls"), /^NotCapable: Requires run access to "ls"/);
    assertMatch(await answer("/run?program=/bin/sh"), /^NotCapable: Requires run access to/);
    assertMatch(await answer("/read?path=/etc/passwd"), /^NotCapable: Requires read access/);
  });
}

for (const transport of ["memory", "netrpc"] as const) {
  const over = transport === "memory" ? "gRPC" : "net/rpc, by its launcher";
  Deno.test(`a plugin that may do everything still does what others do, over ${over}`, async () => {
    await using t = await testPlugin(plugin, {
      transport,
      manifest: manifest(
        { net: true, read: true, env: true, run: true, ffi: true, sys: true, write: true },
      ),
      sandbox: { undoSandbox: UNDOING_PERMISSIONS },
    });
    const answer = async (path: string) => await (await t.fetch(path)).text();
    assertEquals(await answer("/run?program=echo&word=hello"), "hello\n");
    assertMatch(await answer("/read?path=/etc/passwd"), /^root:/m);
    assertMatch(await answer("/read?path=/proc/self/environ"), /^NotCapable: Requires all access/);
  });
}

Deno.test("unless the permission is named, neither bundling nor a host takes the plugin", async () => {
  const run = manifest({ run: ["echo"] });
  await assertRejects(
    () => testPlugin(plugin, { manifest: run, sandbox: true }),
    Error,
    "server.permissions.run: run undoes the sandbox: the plugin may run echo; a program that the " +
      "plugin starts is outside the sandbox, and does whatever the server's user may do. If it " +
      'shall be so, say so: --undo-sandbox=run, or undoSandbox: ["run"] in code',
  );
  await assertRejects(
    () => testPlugin(plugin, { manifest: run, sandbox: { undoSandbox: ["run", "ffi"] } }),
    Error,
    "the manifest does not ask for ffi; leave it out there",
  );
  await using t = await testPlugin(plugin, {
    manifest: run,
    sandbox: { undoSandbox: ["run"] },
  });
  const bundle = await (await t.fetch("/bundle")).text();
  const refused = await assertRejects(
    () => t.mattermost.installPlugin(bundle, { replace: true }),
    HostError,
    "--undo-sandbox=run",
  );
  assertEquals(refused.code, "CANNOT_EXECUTE");
});

/** What a probe gives under a permission, and what it is refused with otherwise. */
interface Opened {
  readonly permissions: PermissionRequest;
  readonly source: string;
  readonly value: unknown;
  readonly more?: Change;
}

Deno.test({
  name: "each permission opens what it says, and without it that is refused",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using folder = await probeFolder();
    await using http = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen() {} },
      () => new Response("hello"),
    );
    const { port } = http.addr;
    const { outside } = folder;
    const secret = await folder.write(`${outside}/secret.txt`, "hunter2");
    const library = await findLibrary();
    const opens: Opened[] = [
      {
        permissions: { net: true },
        source: `return await (await fetch("http://127.0.0.1:${port}/")).text()`,
        value: "hello",
      },
      {
        permissions: { net: true },
        source: 'Deno.listen({ hostname: "127.0.0.1", port: 0 }).close(); return "listened"',
        value: "listened",
      },
      {
        permissions: { read: true },
        source: `return Deno.readTextFileSync("${secret}")`,
        value: "hunter2",
      },
      {
        permissions: { write: [outside] },
        source: `Deno.writeTextFileSync("${outside}/new.txt", "x"); return "written"`,
        value: "written",
      },
      {
        permissions: { write: true },
        source: `Deno.writeTextFileSync("${outside}/new.txt", "x"); return "written"`,
        value: "written",
      },
      {
        permissions: { sys: ["hostname"] },
        source: "return typeof Deno.hostname()",
        value: "string",
      },
      { permissions: { sys: true }, source: "return typeof Deno.uid()", value: "number" },
      ...([[library], true] as const).map((ffi) => ({
        permissions: { ffi },
        source:
          `Deno.dlopen("${library}", { getpid: { parameters: [], result: "i32" } }); return "open"`,
        value: "open",
      })),
      ...([["/bin/true"], true] as const).map((run) => ({
        permissions: { run },
        source: 'return (await new Deno.Command("/bin/true").output()).code',
        value: 0,
      })),
    ];
    for (const { permissions, source, value } of opens) {
      const name = JSON.stringify(permissions);
      const refused = await folder.run(body(source));
      assert(!refused.ok && refused.name === "NotCapable", `${name}: ${JSON.stringify(refused)}`);
      assertEquals(await folder.run(body(source), { permissions }), { ok: true, value }, name);
    }
    assertEquals(
      new Set([...opens.flatMap(({ permissions }) => Object.keys(permissions)), "env"]),
      new Set<string>(UNDOING_PERMISSIONS),
    );
  },
});

Deno.test("all variables are open but those that change how a process starts", async () => {
  await using folder = await probeFolder();
  const environment = {
    ...{ SECRET: "hunter2", HTTPS_PROXY: "http://127.0.0.1:1", lower: "x", PATH: "/bin" },
    ...{ DENO_DIR: "/x", DENO_AUTH_TOKENS: "x", LD_PRELOAD: "", NODE_OPTIONS: "--x", HOME: "/" },
    ...{ npm_config_registry: "x", TMPDIR: "/tmp", SHLVL: "1", "no-name": "x" },
  };
  const all = body("return Deno.env.toObject()");
  const open = await folder.run(all, { environment, permissions: { env: true } });
  const { DENO_DIR, ...rest } = open.ok ? open.value as Record<string, string> : {};
  assert(DENO_DIR !== "/x");
  assertEquals(rest, {
    ...{ SECRET: "hunter2", HTTPS_PROXY: "http://127.0.0.1:1", lower: "x", PATH: "/bin" },
    ...{ DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", TMPDIR: "/dev/null" },
  });
  assertEquals(await folder.run(all, { environment }), { ok: true, value: {} });
});

Deno.test("one of them opens no other: a folder to write is none to read, hosts are none to run", async () => {
  await using folder = await probeFolder();
  const { outside } = folder;
  const secret = await folder.write(`${outside}/secret.txt`, "hunter2");
  const others: [PermissionRequest, string][] = [
    [{ write: [outside] }, `return Deno.readTextFileSync("${secret}")`],
    [{ write: [`${outside}/below`] }, `Deno.writeTextFileSync("${outside}/x", "x")`],
    [{ write: true }, `return Deno.readTextFileSync("${secret}")`],
    [{ read: true }, `Deno.writeTextFileSync("${secret}", "x")`],
    [{ read: true }, 'return Deno.readTextFileSync("/proc/self/environ")'],
    [{ net: true }, 'await new Deno.Command("/bin/true").output()'],
    [{ net: true }, 'return await import("https://example.com/x.js")'],
    [{ run: ["/bin/true"] }, 'await new Deno.Command("/bin/false").output()'],
    [{ run: ["/bin/true"] }, 'Deno.kill(Deno.ppid, "SIGCONT")'],
    [{ sys: ["hostname"] }, "return Deno.uid()"],
    [{ env: true }, `return Deno.readTextFileSync("${secret}")`],
  ];
  for (const [permissions, source] of others) {
    const { ok, ...said } = await folder.run(body(source), { permissions });
    assert(!ok, `${JSON.stringify(permissions)}: ${source}`);
    assertMatch(
      JSON.stringify(said),
      /Requires \w+ access|remote specifier was requested|TypeError/,
      source,
    );
  }
});

/** The C library of this process. */
async function findLibrary(): Promise<string> {
  const maps = await Deno.readTextFile("/proc/self/maps");
  const path = /\/\S*\/(?:libc\.so\S*|libc-\S*\.so|ld-musl\S*)/.exec(maps)?.[0];
  assert(path !== undefined, "this process has no C library");
  return path;
}
