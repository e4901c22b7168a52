/**
 * What a compiled plugin's loader does before it loads the author's code: gives back what only the
 * loader needed.
 *
 * @module
 */
import type { TakenSlot } from "./socket_slots.ts";

/** What keeps things on the disk, and what leads to it: `new Storage(true)` is another localStorage. */
const STORING = ["localStorage", "sessionStorage", "Storage", "caches"] as const;

/**
 * Gives back the permissions that were for the loader alone: for the places that this process does
 * not have, for the lock of the one that it has, and for the host's variables. Takes away what would
 * write to the disk without any permission.
 *
 * @param kinds the permissions that are about single paths and names here; one that the plugin has
 *   for everything stays
 * @throws {Error} if one of them is still granted then
 */
export function giveBack(
  slot: TakenSlot,
  variables: readonly string[],
  kinds: readonly string[],
): void {
  // A server's umask may let others connect; the launchers set their own.
  Deno.chmodSync(slot.socket, 0o700);
  const sockets = slot.others.map(({ socket }) => socket);
  const locks = [slot, ...slot.others].map(({ lock }) => lock);
  const unwanted: Deno.PermissionDescriptor[] = [
    ...sockets.map((path) => ({ name: "net", host: `unix:${path}` }) as const),
    ...sockets.map((path) => ({ name: "read", path }) as const),
    ...[...sockets, ...locks].map((path) => ({ name: "write", path }) as const),
    ...variables.map((variable) => ({ name: "env", variable }) as const),
  ];
  for (const descriptor of unwanted) {
    if (!kinds.includes(descriptor.name)) continue;
    if (Deno.permissions.revokeSync(descriptor).state !== "granted") continue;
    throw new Error(`Deno has not given back the permission ${JSON.stringify(descriptor)}`);
  }
  for (const name of STORING) {
    Reflect.deleteProperty(globalThis, name);
    if (Reflect.get(globalThis, name) === undefined) continue;
    throw new Error(`${name} cannot be taken away from the plugin`);
  }
}
