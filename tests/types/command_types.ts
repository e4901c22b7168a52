/**
 * What commands know of their arguments and of the plugin that declares them. Compiled, never run: a
 * line that should not compile and does is an error, as is the opposite.
 *
 * @module
 */
import {
  arg,
  type Argument,
  type ArgumentValues,
  command,
  type CommandAnswer,
  type CommandReply,
  definePlugin,
  ephemeral,
  event,
  inChannel,
  localized,
  type PluginConfig,
  setting,
  subcommand,
  type UserContext,
  UserError,
} from "../../mod.ts";
import { type Equal, expectType } from "./equal.ts";

/** The arguments of {@link written}. */
export interface Written {
  /** What must be typed. */
  readonly text: string;
}

/** A function that is written outside of the plugin, and needs a setting. */
export async function written(
  { text }: Written,
  { config, userId, channelId, rootId, openDialog }: UserContext<{ readonly banned: string }>,
): Promise<string> {
  await Promise.resolve();
  expectType<Equal<typeof config, { readonly banned: string }>>();
  expectType<Equal<typeof openDialog, UserContext["openDialog"]>>();
  return [text, config.banned, userId, channelId, rootId].join();
}

/** A subcommand that is written outside of the plugin, and needs nothing of it. */
export const outside = subcommand({
  description: "d",
  args: { n: arg.number() },
  run: ({ n }, { config }) => {
    expectType<Equal<typeof config, PluginConfig>>();
    return n.toFixed();
  },
});

const kinds = {
  text: arg.text({ maxLength: 5, pattern: /x/ }),
  rest: arg.rest({ optional: true }),
  number: arg.number({ default: 5, integer: true }),
  flag: arg.boolean(),
  maybe: arg.boolean({ optional: true }),
  user: arg.user({ default: ({ userId }) => userId }),
  channel: arg.channel({ optional: true }),
  choice: arg.choice(["a", { value: "b", description: "B" }]),
  defaulted: arg.choice(["a", "b"], { default: "a", hint: "[x]" }),
  omitted: arg.choice(["a", "b"], { optional: true }),
  dynamic: arg.choice(async (input, { api, userId }) => [
    (await api.getUser({ userId })).username,
    { value: input, hint: "" },
  ]),
  dynamicOmitted: arg.choice(() => [], { optional: true, anyValue: true }),
};
expectType<
  Equal<ArgumentValues<typeof kinds>, {
    readonly text: string;
    readonly rest: string | undefined;
    readonly number: number;
    readonly flag: boolean;
    readonly maybe: boolean | undefined;
    readonly user: string;
    readonly channel: string | undefined;
    readonly choice: "a" | "b";
    readonly defaulted: "a" | "b";
    readonly omitted: "a" | "b" | undefined;
    readonly dynamic: string;
    readonly dynamicOmitted: string | undefined;
  }>
>();
expectType<Equal<typeof kinds.number, Argument<number>>>();
expectType<Equal<ReturnType<typeof inChannel>, CommandReply>>();

/** Arguments that cannot be. */
export const wrong = [
  // @ts-expect-error a text's default is a text
  arg.text({ default: 5 }),
  // @ts-expect-error what may be left out has no default
  arg.text({ optional: true, default: "x" }),
  // @ts-expect-error no such option: maxLength
  arg.text({ maxLenght: 5 }),
  // @ts-expect-error a number has no pattern
  arg.number({ pattern: /x/ }),
  // @ts-expect-error none of the values
  arg.choice(["a", "b"], { default: "c" }),
  // @ts-expect-error values are texts
  arg.choice([1, 2]),
  // @ts-expect-error a list cannot take any value
  arg.choice(["a"], { anyValue: true }),
];

/** A plugin with settings, events and every form of command. */
export const withCommands = definePlugin({
  settings: {
    banned: setting.text({ label: "Banned", default: "" }),
    n: setting.number({ label: "N" }),
  },
  events: { changed: event<{ n: number }>() },
  commands: {
    todo: {
      description: "d",
      aliases: ["t"],
      teams: ({ config }) => [config.banned],
      permission: ({ config, userId }) => config.banned === userId,
      run: (_, { config }) => config.banned,
      subcommands: {
        outside,
        written: subcommand({ description: "d", args: { text: arg.text() }, run: written }),
        add: subcommand({
          description: "d",
          permission: { team: "manage_team" },
          args: { text: arg.rest(), priority: arg.choice(["low", "high"], { named: true }) },
          run: async ({ text, priority }, { config, publish }) => {
            expectType<Equal<typeof priority, "low" | "high">>();
            expectType<Equal<typeof config.banned, string>>();
            await publish("changed", { n: 1 }, "everyone");
            // @ts-expect-error no such event: only changed is declared
            await publish("chnaged", { n: 1 }, "everyone");
            // @ts-expect-error no such setting: only banned and n are declared
            console.log(config.bannd);
            return ephemeral(text);
          },
        }),
        list: {
          description: "d",
          adminOnly: true,
          permission: async ({ api, userId, config }) =>
            (await api.getUser({ userId })).username === config.banned,
          run: subcommand({ description: "d", args: { text: arg.text() }, run: written }),
          subcommands: {
            deep: subcommand({
              description: "d",
              run: (_, { config }) => inChannel(config.banned),
            }),
          },
        },
      },
    },
    single: subcommand({
      description: "d",
      run: (args, { config }): CommandAnswer => {
        // deno-lint-ignore ban-types -- the type of what has no arguments
        expectType<Equal<typeof args, {}>>();
        return config.banned === "" ? null : { text: config.banned };
      },
    }),
    own: command({
      description: "d",
      teams: ({ config }) => [config.banned],
      icon: "<svg/>",
      run: (_, { config }) => config.banned,
    }),
  },
});

/** A plugin whose commands speak several languages. */
export const inLanguages = definePlugin({
  settings: { banned: setting.text({ label: "Banned", default: "" }) },
  translations: { en: { todos: "Todos", added: "Added: {text}" } },
  commands: {
    todo: {
      description: localized("todos"),
      hint: localized("todos"),
      displayName: localized("todos"),
      subcommands: {
        add: subcommand({
          description: localized("todos"),
          args: {
            text: arg.text({ description: localized("todos"), hint: localized("todos") }),
            how: arg.choice(["a", { value: "b", description: localized("todos") }]),
          },
          run: async ({ text, how }, { t, config }) => {
            expectType<Equal<typeof how, "a" | "b">>();
            expectType<Equal<typeof config.banned, string>>();
            if (text === config.banned) throw new UserError(localized("todos"));
            // @ts-expect-error no such text: only todos and added are declared
            await t("addde", { text });
            return text === "" ? localized("todos") : ephemeral(localized("added", { text }));
          },
        }),
        reply: subcommand({
          description: "d",
          run: () => inChannel({ text: localized("todos"), username: "x" }),
        }),
      },
    },
  },
  hooks: { executeCommand: () => ({ text: localized("todos") }) },
});

// @ts-expect-error a description is a text
subcommand({ description: { key: "todos" }, run: () => {} });

// @ts-expect-error a reply's text is a text
ephemeral({ text: 5 });

definePlugin({
  commands: { a: subcommand({ description: "d", run: (_, { config }) => String(config["any"]) }) },
});

definePlugin({
  // @ts-expect-error a setting that is not declared is needed
  commands: { a: subcommand({ description: "d", args: { text: arg.text() }, run: written }) },
});

definePlugin({
  commands: {
    a: {
      description: "d",
      // @ts-expect-error command() is no subcommand: teams cannot be chosen there
      subcommands: { b: command({ description: "d", run: () => {} }) },
    },
  },
});

definePlugin({
  // @ts-expect-error neither subcommands nor subcommand()
  commands: { a: { description: "d", run: () => "x" } },
});

subcommand({
  description: "d",
  args: { n: arg.number({ optional: true }) },
  // @ts-expect-error may be undefined
  run: ({ n }) => n.toFixed(),
});

subcommand({
  description: "d",
  // @ts-expect-error a number is no answer
  run: () => 5,
});

// @ts-expect-error only commands have teams
subcommand({ description: "d", teams: ["a"], run: () => {} });
