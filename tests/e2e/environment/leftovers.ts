/** What a run has left behind. @module */

/** Processes that live in these folders or were started from them. */
export async function processesIn(folders: readonly string[]): Promise<number[]> {
  const found: number[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    // A process may end between the listing and the reading.
    const line = await Deno.readTextFile(`/proc/${name}/cmdline`).catch(() => "");
    const place = await Deno.readLink(`/proc/${name}/cwd`).catch(() => "");
    if (folders.some((folder) => line.includes(folder) || place.startsWith(folder))) {
      found.push(Number(name));
    }
  }
  return found;
}

/** Says in words what is left of the folders and of what ran in them. */
export async function findLeftovers(folders: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const folder of folders) {
    if (await Deno.lstat(folder).then(() => true, () => false)) left.push(`the folder ${folder}`);
  }
  for (const pid of await processesIn(folders)) left.push(`the process ${pid}`);
  return left;
}
