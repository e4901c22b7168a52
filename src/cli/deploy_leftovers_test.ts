/** `deploy` as a process of its own, ended from outside: nothing of it is left. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { type DeployScene, deployScene, packBeside } from "../../tests/support/deploy_scene.ts";
import { prepare } from "../../tools/deno_command.ts";
import { writeChecksums } from "../bundle/checksums.ts";
import { fromFileUrl } from "../bundle/paths.ts";

/** A plugin whose file never ends, so that the process that loads it has to be ended. */
const ENDLESS =
  'await new Promise((resolve) => setTimeout(resolve, 600_000, "an endless plugin"));\n';

interface Left {
  readonly code: number;
  readonly text: string;
  /** What is left among the temporary files. */
  readonly files: readonly string[];
}

/** Runs `deploy` in a process, ends it when `until` says so, if at all, and looks at what is left. */
async function leftOf(
  s: DeployScene,
  signal: Deno.Signal | undefined,
  until: (temporary: string) => Promise<void>,
): Promise<Left> {
  await using command = await prepare([
    ...["run", "-A", fromFileUrl(new URL("./mod.ts", import.meta.url)), "deploy", "--yes"],
    await packBeside(s.bundle),
  ]);
  const temporary = `${s.folder}/tmp`;
  await Deno.mkdir(temporary, { recursive: true });
  const child = new Deno.Command(Deno.execPath(), {
    args: [...command.args],
    env: { ...s.env, TMPDIR: temporary },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  await until(temporary);
  if (signal !== undefined) child.kill(signal);
  const { code, stderr } = await child.output();
  return {
    code,
    text: new TextDecoder().decode(stderr),
    files: await Array.fromAsync(Deno.readDir(temporary), ({ name }) => name),
  };
}

/** The processes with this text among their words, where the system shows them. */
async function processesWith(text: string): Promise<string[]> {
  if (Deno.build.os !== "linux") return [];
  const words = await Array.fromAsync(
    Deno.readDir("/proc"),
    ({ name }) =>
      /^\d+$/.test(name) ? Deno.readTextFile(`/proc/${name}/cmdline`).catch(() => "") : "",
  );
  return words.filter((line) => line.includes(text));
}

Deno.test({
  name: "SIGINT while the plugin is loaded for its hooks ends that process, too",
  ignore: Deno.build.os === "windows",
  async fn() {
    await deployScene({}, async (s) => {
      await Deno.writeTextFile(`${s.bundle}/server/plugin.js`, ENDLESS);
      await writeChecksums(s.bundle);
      const { code, text, files } = await leftOf(s, "SIGINT", async (temporary) => {
        const begun = /mmdeno-declared-[^/]+\/ask\.js$/;
        for await (const { paths } of Deno.watchFs(temporary)) {
          if (paths.some((path) => begun.test(path))) break;
        }
      });
      assertEquals([code, files], [130, []], text);
      assertMatch(text, /^Nothing was changed on http:\S+\.\ninterrupted\n$/);
      assertEquals(await processesWith(s.folder), []);
      assert(!s.state.requests.includes("POST /plugins"));
    });
  },
});

Deno.test({
  name: "SIGTERM while the server decides says what it has, and leaves nothing",
  ignore: Deno.build.os === "windows",
  async fn() {
    await deployScene({}, async (s) => {
      const { promise: uploading, resolve } = Promise.withResolvers<void>();
      const { promise: ended, reject } = Promise.withResolvers<void>();
      s.state.onUploadBytes = () => {
        resolve();
        return ended;
      };
      const { code, text, files } = await leftOf(s, "SIGTERM", () => uploading);
      reject(new Error("the server gives up, too"));
      assertEquals([code, files], [130, []], text);
      assertMatch(text, /com\.example\.small is not installed on http:\S+ now\.\ninterrupted\n$/);
      assertEquals(s.state.plugins, []);
    });
  },
});

Deno.test({
  name: "what a killed deploy leaves among the temporary files goes away with the next one",
  ignore: Deno.build.os === "windows",
  async fn() {
    await deployScene({}, async (s) => {
      await Deno.writeTextFile(`${s.bundle}/server/plugin.js`, ENDLESS);
      await writeChecksums(s.bundle);
      const killed = await leftOf(s, "SIGKILL", async (temporary) => {
        for await (const { paths } of Deno.watchFs(temporary)) {
          if (paths.some((path) => path.endsWith("/server/plugin.js"))) break;
        }
      });
      assertEquals(killed.files.length, 1, killed.text);
      assertMatch(killed.files[0] ?? "", /^mmdeno-deploy-/);
      await Deno.writeTextFile(`${s.bundle}/server/plugin.js`, "export default {};\n");
      await writeChecksums(s.bundle);
      const next = await leftOf(s, undefined, () => Promise.resolve());
      assertEquals([next.code, next.files], [0, []], next.text);
    });
  },
});
