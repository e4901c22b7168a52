/**
 * Where a compiled plugin listens. Its permissions are fixed when it is compiled, so the paths are,
 * too: a few per plugin, for as many servers on one machine. Which one is free is told by a lock on
 * the file beside it, which the operating system drops when the process ends, however it ends.
 *
 * @module
 */

/** A place for one process. */
export interface SocketSlot {
  /** The path of the socket. */
  readonly socket: string;
  /** The file that is locked by the process that has the place. */
  readonly lock: string;
}

/** How many processes of one plugin can run on one machine at a time. */
export const SLOT_COUNT = 8;

/** The places of the plugin whose socket paths begin like this, such as `/tmp/mmdeno-1f3870be`. */
export function socketSlots(prefix: string): readonly SocketSlot[] {
  return Array.from({ length: SLOT_COUNT }, (_, at) => {
    // No launcher takes these for its own, which have the id of a process there.
    const path = `${prefix}-compiled${at + 1}`;
    return { socket: `${path}.sock`, lock: `${path}.lock` };
  });
}

/** A place that this process has. */
export interface TakenSlot extends SocketSlot {
  /** The other places. */
  readonly others: readonly SocketSlot[];
}

// A file that nobody refers to could be closed, and its lock with it.
const held: Deno.FsFile[] = [];

/**
 * Takes the first place that is free, until the end of the process, and removes the socket that a
 * killed process left there.
 *
 * @throws {Error} if there is none, with what to do.
 */
export function takeSlot(prefix: string): TakenSlot {
  const slots = socketSlots(prefix);
  let reason = "";
  for (const slot of slots) {
    try {
      const file = Deno.openSync(slot.lock, { write: true, create: true, mode: 0o600 });
      if (!file.tryLockSync(true)) {
        file.close();
        continue;
      }
      held.push(file);
      removeLeft(slot.socket);
      return { ...slot, others: slots.filter((other) => other !== slot) };
    } catch (error) {
      // Another user's, or there is no such folder.
      reason = `; the last one cannot be used: ${(error as Error).message}`;
    }
  }
  throw new Error(
    `none of the ${slots.length} sockets ${
      slots[0]?.socket
    } and so on is free: end what is left of ` +
      `the plugin, or make their folder writable for the user of the server${reason}`,
  );
}

function removeLeft(socket: string): void {
  try {
    Deno.removeSync(socket);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
