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

/** A plugin with texts; nothing in it has a type annotation. */
export const withTexts = definePlugin({
  translations: {
    en: {
      hello: "Hello, {name}!",
      todos: "{count, plural, one {# todo} other {# todos}} of {name}",
      bye: "Bye",
    },
    de: { hello: "Hallo, {name}!" },
  },
  migrations: {
    "2026-01-rename": async (context) => {
      const { t, checkpoint, resumedFrom } = context;
      await checkpoint({ texts: [await t("bye")], before: resumedFrom ?? null });
      await anyPlugin(context);
    },
  },
  onActivate: async ({ t, translateFor }) => {
    const translate = await translateFor(null);
    await t("hello", { name: "Ada" });
    translate("todos", { count: 5, name: 5n });
    const text = translate("bye");
    expectType<Equal<typeof text, string>>();
    // @ts-expect-error no such text: three are declared
    await t("helo", { name: "Ada" });
    // @ts-expect-error no such text: three are declared
    translate("helo", { name: "Ada" });
    // @ts-expect-error no value: the text has a place for one
    await t("hello");
    // @ts-expect-error another value: the place is called name
    await t("hello", { nme: "Ada" });
    // @ts-expect-error a text: plurals need a number
    translate("todos", { count: "5", name: "" });
    // @ts-expect-error a value too many: the text has no places
    await t("bye", { name: "Ada" });
  },
  hooks: {
    serveHTTP: requireUser(async (_request, { t }) => new Response(await t("bye"))),
  },
});

/** Texts that lie in files have any keys. */
export const withFiles = definePlugin({
  translations: "i18n",
  onActivate: async ({ t }) => {
    await t("whatever");
    await t("whatever", { name: 5 });
  },
});
