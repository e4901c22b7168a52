/** The processes of plugins that the server runs, and their sockets. @module */
import { eventually } from "./eventually.ts";
import type { Mattermost } from "./mattermost.ts";

/** The process ids of a plugin's processes: children of the server, in the plugin's folder. */
export async function pluginProcesses(server: Mattermost, id: string): Promise<number[]> {
  const folder = `${server.folder}/plugins/${id}/`;
  const found: number[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    // A process may end between the listing and the reading.
    const line = await Deno.readTextFile(`/proc/${name}/cmdline`).catch(() => "");
    const status = await Deno.readTextFile(`/proc/${name}/status`).catch(() => "");
    const parent = Number(/^PPid:\s*(\d+)$/m.exec(status)?.[1]);
    if (parent === server.pid && line.includes(folder)) found.push(Number(name));
  }
  return found;
}

/** Waits until a plugin has no process any more. */
export async function processesEnd(server: Mattermost, id: string): Promise<void> {
  await eventually(
    `an end of the processes of ${id}`,
    async () => (await pluginProcesses(server, id)).length === 0 || undefined,
  );
}

/** The names of the sockets in the folder that the server and its plugins were given for them. */
export async function socketsOf(server: Mattermost): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(server.temporary));
  const sockets: string[] = [];
  for (const { name } of entries) {
    const info = await Deno.lstat(`${server.temporary}/${name}`).catch(() => undefined);
    if (info?.isSocket) sockets.push(name);
  }
  return sockets;
}
