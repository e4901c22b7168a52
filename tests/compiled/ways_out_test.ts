/**
 * The sandbox of a compiled plugin, as far as its loader makes it: under exactly the permissions that
 * are baked in, the loader listens, shakes hands, gives back what only it needed, and loads the
 * plugin, which then tries every way out of the table. `deno run` stands for the compiled program
 * here, whose own loader of modules asks for no permission (docs/deploying.md).
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { bakedCommand } from "../../src/bundle/compiled/compile_flags.ts";
import { socketSlots } from "../../src/bundle/compiled/socket_slots.ts";
import { createLaunchPlan } from "../../src/bundle/launch_plan.ts";
import { bundleLoader, COMPILED_LOADER } from "../../src/bundle/loader_bundle.ts";
import { cookieName, cookieValue } from "../../src/process/cookie.ts";
import { type WayOut, WAYS_OUT } from "../sandbox/ways_out.ts";
import { ways } from "../sandbox/ways_out_world.ts";

/** What a compiled plugin's loader takes away is refused in other words. */
const OTHERWISE: Readonly<Record<string, RegExp>> = {
  "localStorage": /localStorage is not defined/,
  "a Storage of its own": /Storage is not defined/,
  "a Storage made by sessionStorage's constructor": /sessionStorage is not defined/,
  "caches": /caches is not defined/,
};

/** Tries one way after the other, from the one that is asked for. */
const DRIVER = `
const within = (promise) => Promise.race([promise, new Promise((_, fail) =>
  setTimeout(() => fail(new Error("it took too long")), 10_000))]);
for (let at = FROM; at < COUNT; at++) {
  console.log("begins", at);
  let told;
  try {
    const { default: tryIt } = await import("./" + at + ".js");
    told = { ok: true, value: await within(tryIt()) };
  } catch (error) {
    told = { ok: false, message: (error?.name ?? "") + ": " + (error?.message ?? error) };
  }
  console.log("tells", JSON.stringify(told));
}
`;

Deno.test("every way out is refused to a compiled plugin after its loader gave back permissions", async (t) => {
  await using world = await ways();
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmdeno-cw-" }));
  try {
    const bundle = `${root}/bundle`;
    const sockets = `${root}/mmdeno-0`;
    const [slot] = socketSlots(sockets);
    assert(slot !== undefined);
    await Deno.mkdir(`${bundle}/server`, { recursive: true });
    const loader = `${bundle}/server/loader_compiled.js`;
    await Deno.writeTextFile(loader, await bundleLoader(COMPILED_LOADER));
    let allowedPort = 0;
    for (const [at, way] of WAYS_OUT.entries()) {
      const prepared = await world.prepare(way, { bundle, ownSocket: slot.socket });
      allowedPort = prepared.world.allowedPort;
      await Deno.writeTextFile(`${bundle}/server/${at}.js`, prepared.module);
    }
    const manifest = {
      id: "com.example.hostile",
      version: "1.0.0",
      server: { permissions: { net: [`127.0.0.1:${allowedPort}`] } },
    };
    await Deno.writeTextFile(`${bundle}/plugin.json`, JSON.stringify(manifest));
    const { flags, args } = bakedCommand(createLaunchPlan(manifest), sockets);
    const start = async (from: number) => {
      const driver = DRIVER.replace("FROM", `${from}`).replace("COUNT", `${WAYS_OUT.length}`);
      await Deno.writeTextFile(`${bundle}/server/plugin.js`, driver);
      const output = await new Deno.Command(Deno.execPath(), {
        args: [
          ...["run", "--no-config", "--no-lock", "--no-remote", "--no-npm", "--cached-only"],
          ...[...flags, `--allow-read=${bundle}`, loader, ...args],
        ],
        clearEnv: true,
        env: { ...world.environment, [cookieName]: cookieValue, DENO_DIR: `${root}/deno` },
        cwd: root,
        stdin: "null",
      }).output();
      const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
      assertEquals(text(output.stdout), `1|1|unix|${slot.socket}|netrpc\n`, text(output.stderr));
      return text(output.stderr);
    };
    const told = new Map<WayOut, { ok: boolean; message?: string }>();
    while (told.size < WAYS_OUT.length) {
      const before = told.size;
      const log = await start(before);
      for (const [, json = ""] of log.matchAll(/"@message":"tells ((?:[^"\\]|\\.)*)"/g)) {
        const way = WAYS_OUT[told.size];
        assert(way !== undefined);
        told.set(way, JSON.parse(JSON.parse(`"${json}"`)));
      }
      const others = log.split("\n").filter((line) => !line.includes('"tells '));
      assert(!others.join().includes("hunter2"), "the secret is in the log");
      // A way that ends the process has its refusal in the log.
      const ended = WAYS_OUT[told.size];
      if (ended !== undefined) {
        told.set(ended, { ok: false, message: log.slice(log.lastIndexOf('"begins ')) });
      }
      assert(told.size > before);
    }
    for (const [way, { ok, message }] of told) {
      await t.step(`${way.way}: refused`, () => {
        assert(!ok, `got out: ${JSON.stringify(message)}`);
        assertMatch(message ?? "", OTHERWISE[way.way] ?? way.refused);
      });
    }
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
