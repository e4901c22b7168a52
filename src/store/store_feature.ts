/**
 * The store in every context.
 *
 * @module
 */
import type { Clock } from "../process/clock.ts";
import type { Feature } from "../plugin/feature.ts";
import type { Store } from "../plugin/context/store.ts";
import { createStore } from "./create_store.ts";
import { ownPrefix } from "./keys.ts";
import type { KVAPI } from "./kv_api.ts";
import { createUpdateQueue } from "./update_queue.ts";

/** Gives contexts their `kv`. */
export function storeFeature(): Feature {
  return {
    name: "kv",
    start({ clock }) {
      const queue = createUpdateQueue(clock);
      const space = { prefix: "", internal: false };
      return { context: { kv: ({ api }) => createStore({ api, clock, queue }, space) } };
    },
  };
}

/**
 * The store of a room: its keys begin with `_plugin/NAME/`, which authors cannot use.
 *
 * @param host the server and the time
 * @param name the room's name
 */
export function roomStore(
  { api, clock }: { readonly api: KVAPI; readonly clock: Clock },
  name: string,
): Store {
  const space = { prefix: `${ownPrefix}${name}/`, internal: true };
  return createStore({ api, clock, queue: createUpdateQueue(clock) }, space);
}
