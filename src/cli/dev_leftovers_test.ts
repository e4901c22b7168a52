import { assertEquals, assertMatch } from "@std/assert";
import { prepare } from "../../tools/deno_command.ts";
import { lines } from "../host/lines.ts";
import { fromFileUrl } from "../bundle/paths.ts";

const PLUGIN = `import { definePlugin } from "@mattermost-deno/plugin";
export default definePlugin({
  onActivate: ({ log }) => log.info(\`process \${Deno.pid} of the plugin\`),
});
`;

const NAMES = {
  "plugin.ts": PLUGIN,
  "plugin.json": JSON.stringify({ id: "com.example.live", name: "Live", version: "1.0.0" }),
};

/** Runs `dev` in a process of its own, and looks at what is left of it. */
async function leftOf(
  play: (child: Deno.ChildProcess, temporary: string) => Promise<string>,
): Promise<{ code: number; text: string; left: string[] }> {
  await using command = await prepare([
    ...["run", "-A", fromFileUrl(new URL("./mod.ts", import.meta.url)), "dev", "plugin.ts"],
  ]);
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "dev-end-" }));
  try {
    const temporary = `${folder}/tmp`;
    await Deno.mkdir(temporary);
    for (const [name, text] of Object.entries(NAMES)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    const child = new Deno.Command(Deno.execPath(), {
      args: [...command.args],
      cwd: folder,
      env: { TMPDIR: temporary },
      stdin: "piped",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    const text = await play(child, temporary);
    const { code } = await child.status;
    await child.stdin.close().catch(() => {});
    const left = await Array.fromAsync(Deno.readDir(temporary), ({ name }) => name);
    return { code, text, left };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.test({
    name: `${signal} ends everything: no process and no temporary file is left`,
    ignore: Deno.build.os === "windows",
    async fn() {
      const { code, text, left } = await leftOf(async (child) => {
        const written: string[] = [];
        for await (const line of lines(child.stderr)) {
          written.push(line);
          if (line.startsWith("live:")) child.kill(signal);
        }
        return written.join("\n");
      });
      assertEquals(code, 0, text);
      const [, pid = ""] = /process (\d+) of the plugin/.exec(text) ?? [];
      assertMatch(pid, /^\d+$/, text);
      assertEquals(await alive(Number(pid)), false, "the plugin's process is still there");
      assertEquals(left, []);
    },
  });
}

Deno.test({
  name: "Ctrl-C while the plugin is bundled for the first time leaves nothing, either",
  ignore: Deno.build.os === "windows",
  async fn() {
    const { code, text, left } = await leftOf(async (child, temporary) => {
      for await (const { paths } of Deno.watchFs(temporary)) {
        if (paths.some((path) => /mmdeno-(bundle|declared)-/.test(path))) break;
      }
      child.kill("SIGINT");
      return (await Array.fromAsync(lines(child.stderr))).join("\n");
    });
    assertEquals([code, text], [130, "interrupted"]);
    assertEquals(left, []);
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
