import { kill } from "node:process";
import { expectEqual } from "./expect.ts";
import { socketsIn, type Stage } from "./stage.ts";
import { timed } from "./transcript.ts";

/** Stops everything, and shows that nothing of it is left. */
export async function leaveNothing(stage: Stage): Promise<void> {
  const { mattermost, transcript, folder, processes } = stage;
  transcript.chapter("The end");
  const { ms } = await timed(() => mattermost.stop());
  transcript.outcome("the plugins and the server are stopped", ms);

  const running = new Set([...processes.filter(isRunning), ...await processesNaming(folder)]);
  transcript.outcome(`processes left: ${[...running].join(", ") || "none"}`);
  expectEqual("processes left", [...running], []);

  const sockets = [...Deno.readDirSync(socketsIn(folder))].map(({ name }) => name);
  transcript.outcome(`sockets and their folders left: ${sockets.join(", ") || "none"}`);
  expectEqual("sockets left", sockets, []);

  await Deno.remove(folder, { recursive: true });
  const isThere = await Deno.stat(folder).then(() => true, () => false);
  transcript.outcome(`the demo's own folder: ${isThere ? "still there" : "removed"}`);
  expectEqual("whether the demo's folder is left", isThere, false);
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 is never sent: it only asks whether the process is there.
    return kill(pid, 0);
  } catch {
    return false;
  }
}

/** The processes whose command line names the folder, where the system shows command lines. */
async function processesNaming(folder: string): Promise<number[]> {
  if (Deno.build.os !== "linux") return [];
  const found: number[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    // A process may end between the listing and the reading.
    const line = await Deno.readTextFile(`/proc/${name}/cmdline`).catch(() => "");
    if (line.includes(folder)) found.push(Number(name));
  }
  return found;
}
