/**
 * Locks in every context.
 *
 * @module
 */
import type { AcquireMutex, HeldMutex } from "../plugin/context/mutex.ts";
import type { Feature } from "../plugin/feature.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import type { Lease } from "./lease.ts";
import { createLocks, type Locks } from "./locks.ts";

/** Gives contexts their `mutex`. */
export function mutexFeature(): Feature {
  return {
    name: "mutex",
    start(host) {
      // One set for each time that the plugin is active.
      let locks = createLocks(host);
      let closed = false;
      return {
        context: { mutex: (context) => acquireMutex(() => locks, context) },
        activate() {
          if (closed) locks = createLocks(host);
          closed = false;
          return Promise.resolve();
        },
        async deactivate() {
          closed = true;
          await locks.close();
        },
      };
    },
  };
}

function acquireMutex(locks: () => Locks, context: HookContext): AcquireMutex {
  const acquire = async (name: string, { signal = context.signal } = {}) =>
    heldMutex(name, await locks().acquire(name, signal));
  return Object.assign(acquire, {
    async try(name: string) {
      const lease = await locks().tryAcquire(name);
      return lease && heldMutex(name, lease);
    },
  });
}

function heldMutex(name: string, { signal, release }: Lease): HeldMutex {
  return { name, signal, release, [Symbol.asyncDispose]: release };
}
