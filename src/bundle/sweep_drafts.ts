import { type DraftOwner, parseDraftName, thisOwner } from "./draft_names.ts";
import { isAlive } from "./is_alive.ts";

/** What runs where it cannot be seen does not take so long. In milliseconds. */
const OLD_MS = 24 * 3600 * 1000;

/**
 * Removes the drafts of `base` in a folder that runs which were killed left behind, and tells which.
 *
 * Only what has our names and belongs to this user is removed, and only if its process is gone, or,
 * where that cannot be seen because it is another machine's, after a day. What a run that lives is
 * writing stays. Links are never followed. What cannot be removed stays, too.
 */
export async function sweepDrafts(folder: string, base: string): Promise<string[]> {
  const removed: string[] = [];
  for (const name of await namesIn(folder)) {
    const owner = parseDraftName(name, base);
    if (owner === undefined) continue;
    const path = `${folder}/${name}`;
    const info = await Deno.lstat(path).catch(() => undefined);
    if (info === undefined || info.uid !== Deno.uid() || !isAbandoned(owner, info)) continue;
    // Another run may sweep at the same time.
    await Deno.remove(path, { recursive: true }).then(() => removed.push(path), () => {});
  }
  return removed.sort();
}

function isAbandoned(owner: DraftOwner, { mtime }: Deno.FileInfo): boolean {
  const own = thisOwner();
  // A session of `dev` may last for days.
  if (owner.machine === own.machine) return owner.pid !== own.pid && !isAlive(owner.pid);
  return mtime !== null && Date.now() - mtime.getTime() > OLD_MS;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  } catch {
    // A folder that may be written and not read has nothing to show.
    return [];
  }
}
