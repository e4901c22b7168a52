/**
 * What contexts know from a plugin's declarations. Compiled, never run: a line that should not
 * compile and does is an error, as is the opposite.
 *
 * @module
 */
import { definePlugin, event, type HookContext, requireUser, type UserContext } from "../../mod.ts";
import { expectType } from "./equal.ts";
import type { Equal } from "./equal.ts";

interface Changed {
  readonly count: number;
  readonly names?: readonly string[];
  readonly last: { readonly text: string } | null;
}

/** Knows nothing of the plugin that calls it. */
export async function anyPlugin({ publish, config, userId }: HookContext): Promise<void> {
  await publish("whatever", { count: 1 }, { userId: userId ?? "" });
  expectType<Equal<(typeof config)[string], HookContext["config"][string]>>();
}

/** Events whose payloads JSON cannot carry. */
export const notJSON = [
  // @ts-expect-error a bigint: JSON has none
  event<{ at: bigint }>(),
  // @ts-expect-error a Date: it would arrive as a text
  event<{ at: Date }>(),
  // @ts-expect-error a function, inside of an object in an array
  event<{ items: { act: () => void }[] }>(),
  // @ts-expect-error a text alone: servers take objects
  event<string>(),
];

/** A plugin with events. */
export const withEvents = definePlugin({
  events: { changed: event<Changed>(), gone: event<{ id: string }>() },
  onActivate: async (context) => {
    const { publish, userId } = context;
    await publish("changed", { count: 1, last: null }, "everyone");
    await publish("changed", { count: 1, last: { text: "" }, names: [] }, { channelId: "c" }, {
      omitConnectionId: context.connectionId,
      omitUserIds: ["u"],
    });
    await publish("gone", { id: "" }, { teamId: "t" });
    // @ts-expect-error no audience: everybody must be said
    await publish("gone", { id: "" });
    // @ts-expect-error an empty audience: to a server that is everybody
    await publish("gone", { id: "" }, {});
    // @ts-expect-error null: nobody is logged in, perhaps
    await publish("gone", { id: "" }, { userId });
    // @ts-expect-error no such event: only two are declared
    await publish("went", { id: "" }, "everyone");
    // @ts-expect-error another event's payload: this one has an id
    await publish("gone", { count: 1 }, "everyone");
    // @ts-expect-error no payload: it has an id
    await publish("gone", {}, "everyone");
    await anyPlugin(context);
  },
});

/** A helper inside of the definition knows the events, too. */
export const withHelper = definePlugin({
  events: { changed: event<Changed>() },
  hooks: {
    serveHTTP: requireUser(async (_request, { publish, userId }) => {
      await publish("changed", { count: 1, last: null }, { userId });
      // @ts-expect-error no such event: only one is declared
      await publish("gone", {}, { userId });
      return new Response();
    }),
  },
});

/** A plugin with settings' types untouched by what else it declares. */
export const untouched = definePlugin({
  onActivate: (context) => {
    expectType<Equal<typeof context, HookContext>>();
  },
});

/** A user's context goes where less is known, too. */
export function narrower(context: UserContext): Promise<void> {
  return anyPlugin(context);
}
