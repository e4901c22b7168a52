import { assertEquals, assertMatch } from "@std/assert";
import { prepare } from "../../tools/deno_command.ts";
import { lines } from "../host/lines.ts";
import { fromFileUrl } from "../bundle/paths.ts";

const PLUGIN = `import { definePlugin } from "@mattermost-deno/plugin";
export default definePlugin({
  onActivate: ({ log }) => log.info(\`process \${Deno.pid} of the plugin\`),
});
`;

Deno.test({
  name: "Ctrl-C and SIGTERM end everything: no process and no temporary file is left",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using command = await prepare([
      ...["run", "-A", fromFileUrl(new URL("./mod.ts", import.meta.url)), "dev", "plugin.ts"],
    ]);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "dev-end-" }));
      try {
        await Deno.mkdir(`${folder}/tmp`);
        await Deno.writeTextFile(`${folder}/plugin.ts`, PLUGIN);
        await Deno.writeTextFile(
          `${folder}/plugin.json`,
          JSON.stringify({ id: "com.example.live", name: "Live", version: "1.0.0" }),
        );
        const child = new Deno.Command(Deno.execPath(), {
          args: [...command.args],
          cwd: folder,
          env: { TMPDIR: `${folder}/tmp` },
          stdin: "piped",
          stdout: "null",
          stderr: "piped",
        }).spawn();
        const written: string[] = [];
        for await (const line of lines(child.stderr)) {
          written.push(line);
          if (line.startsWith("live:")) child.kill(signal);
        }
        const { code } = await child.status;
        await child.stdin.close().catch(() => {});
        const text = written.join("\n");
        assertEquals(code, 0, text);
        const [, pid = ""] = /process (\d+) of the plugin/.exec(text) ?? [];
        assertMatch(pid, /^\d+$/, text);
        assertEquals(await alive(Number(pid)), false, "the plugin's process is still there");
        const left = await Array.fromAsync(Deno.readDir(`${folder}/tmp`), ({ name }) => name);
        assertEquals(left, []);
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    }
  },
});

/** Whether there is a process with this id. */
async function alive(pid: number): Promise<boolean> {
  const { success } = await new Deno.Command("sh", {
    args: ["-c", `kill -0 ${pid}`],
    stderr: "null",
  })
    .output();
  return success;
}
