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
import { createUpdates } from "./updates.ts";

/** Gives contexts their `kv`. */
export function storeFeature(): Feature {
  return {
    name: "kv",
    start(host) {
      const updates = createUpdates(host.api, host.clock);
      return { context: { kv: ({ api }) => createStore({ api, updates }, authorsSpace) } };
    },
  };
}

/** All keys but those of the server and of the rooms. */
const authorsSpace = { prefix: "", internal: false };

/** The store that the plugin's contexts have, for a test to look into. */
export function pluginStore(
  { api, clock }: { readonly api: KVAPI; readonly clock: Clock },
): Store {
  return createStore({ api, updates: createUpdates(api, clock) }, authorsSpace);
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
  return createStore({ api, updates: createUpdates(api, clock) }, space);
}
