/** What a compiled plugin begins with: where it listens, and what it refuses. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { bakedCommand } from "../../src/bundle/compiled/compile_flags.ts";
import { createLaunchPlan } from "../../src/bundle/launch_plan.ts";
import { bundleLoader, COMPILED_LOADER } from "../../src/bundle/loader_bundle.ts";
import { fromFileUrl } from "../../src/bundle/paths.ts";
import { cookieName, cookieValue } from "../../src/process/cookie.ts";

/** A process that has taken places for sockets. */
async function taker(prefix: string, count: number) {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "--no-lock", "--no-config"],
      ...[fromFileUrl(new URL("take_slots.ts", import.meta.url)), prefix, `${count}`],
    ],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let told = "";
  while (!told.endsWith("end\n")) {
    const { value, done } = await reader.read();
    if (done) break;
    told += value;
  }
  return {
    told: told.split("\n").slice(0, -2),
    async end(signal?: Deno.Signal) {
      if (signal === undefined) await child.stdin.close();
      else child.kill(signal);
      await child.status;
      await reader.cancel();
      if (signal !== undefined) await child.stdin.close().catch(() => {});
    },
  };
}

Deno.test("as many servers as there are sockets run a plugin, and a killed one's place is free again", async () => {
  const folder = await Deno.makeTempDir({ prefix: "slots-" });
  try {
    const prefix = `${folder}/mmdeno-0`;
    const first = await taker(prefix, 1);
    assertEquals(first.told, ["-compiled1.sock"]);
    const others = await taker(prefix, 8);
    assertEquals(
      others.told.slice(0, 7),
      [2, 3, 4, 5, 6, 7, 8].map((at) => `-compiled${at}.sock`),
    );
    assertMatch(
      others.told[7] ?? "",
      /^none of the 8 sockets .*-compiled1\.sock and so on is free:/,
    );
    await first.end("SIGKILL");
    assert((await Deno.lstat(`${prefix}-compiled1.sock`)).isSocket, "it was left by the kill");
    const again = await taker(prefix, 1);
    assertEquals(again.told, ["-compiled1.sock"]);
    await again.end();
    await others.end();
    const nowhere = await taker(`${folder}/missing/mmdeno-0`, 1);
    assertMatch(
      nowhere.told[0] ?? "",
      /or make their folder writable for the user of the server; .*No such/,
    );
    await nowhere.end();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a compiled plugin says why it does not run for whoever started it", async (t) => {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "loader-" }));
  try {
    const bundle = `${root}/bundle`;
    await Deno.mkdir(`${bundle}/server`, { recursive: true });
    const loader = `${bundle}/server/loader_compiled.js`;
    await Deno.writeTextFile(loader, await bundleLoader(COMPILED_LOADER));
    await Deno.writeTextFile(
      `${bundle}/plugin.json`,
      '{"id":"com.example.none","version":"1.0.0"}',
    );
    const plan = createLaunchPlan({ id: "com.example.none", version: "1.0.0" });
    const { flags, args } = bakedCommand(plan, `${root}/mmdeno-0`);
    const start = async (env: Record<string, string>, ...more: string[]) => {
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          "--no-config",
          "--no-lock",
          ...flags,
          `--allow-read=${bundle}`,
          loader,
          ...args,
          ...more,
        ],
        clearEnv: true,
        env: { DENO_DIR: `${root}/deno`, ...env },
        stdin: "null",
      }).output();
      const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
      return { code, out: text(stdout), err: text(stderr) };
    };
    const host = { [cookieName]: cookieValue };
    const cases: [string, Record<string, string>, string[], RegExp][] = [
      ["a person", {}, [], /^This is a Mattermost plugin\. It is started by a Mattermost server/],
      [
        "a host that speaks gRPC",
        { ...host, MATTERMOST_PLUGIN_API_TARGET: "unix:/tmp/api.sock" },
        [],
        /"@message":"the host speaks gRPC \(MATTERMOST_PLUGIN_API_TARGET is set\), .* have the host start server\/launch/,
      ],
      [
        "a level that there is not",
        { ...host, MATTERMOST_PLUGIN_LOG_LEVEL: "loud" },
        [],
        /MATTERMOST_PLUGIN_LOG_LEVEL=loud is no level of the log/,
      ],
      ["arguments", host, ["--allow-all"], /it takes no arguments, and got --allow-all/],
    ];
    for (const [name, env, more, expected] of cases) {
      await t.step(name, async () => {
        const { code, out, err } = await start(env, ...more);
        assertEquals([code, out], [1, ""]);
        assertMatch(err, expected);
      });
    }
    await t.step("no plugin in it", async () => {
      const { code, out, err } = await start(host);
      assertEquals([code, out], [1, `1|1|unix|${root}/mmdeno-0-compiled1.sock|netrpc\n`]);
      assertMatch(err, /the plugin cannot be loaded: Module not found/);
      const left = (await Array.fromAsync(Deno.readDir(root))).map(({ name }) => name).sort();
      assertEquals(left, ["bundle", "deno", "mmdeno-0-compiled1.lock"]);
    });
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
