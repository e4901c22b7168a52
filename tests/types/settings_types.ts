/**
 * What authors may and may not write about settings. Compiled, never run: a line that should not
 * compile and does is an error, as is the opposite.
 *
 * @module
 */
import {
  type ConfigOf,
  defineJob,
  definePlugin,
  type HookContext,
  type JsonValue,
  section,
  setting,
  type StandardSchema,
} from "../../mod.ts";
import { expectType } from "./equal.ts";
import type { Equal } from "./equal.ts";

declare const schema: StandardSchema<string, URL>;
declare const listSchema: StandardSchema<unknown, { readonly hosts: readonly string[] }>;

const settings = {
  greeting: setting.text({ label: "Greeting", default: "Hello", pattern: /^\w+$/ }),
  rules: setting.longText({ label: "Rules", validate: (value) => value.trim() && undefined }),
  token: setting.secret({ label: "Token" }),
  signature: setting.secret({ label: "Signature", validate: schema }),
  owner: setting.username({ label: "Owner" }),
  limit: setting.number({ label: "Limit", default: 5, min: 1 }),
  port: setting.number({ label: "Port", validate: (value) => value > 9 ? undefined : "too few" }),
  loud: setting.bool({ label: "Loud" }),
  mood: setting.dropdown({ label: "Mood", options: ["cheerful", { value: "sad", label: "Sad" }] }),
  size: setting.radio({ label: "Size", options: ["s", "m"], default: "m" }),
  colour: setting.radio({ label: "Colour", options: ["red", "blue"] }),
  hook: setting.generated({ label: "Hook", regenerateHelp: "Ends the old one.", secret: true }),
  anything: setting.custom({ label: "Anything" }),
  target: setting.text({ label: "Target", default: "https://example.com", validate: schema }),
  list: setting.custom({ label: "List", default: { hosts: [] }, validate: listSchema }),
  maybe: setting.custom({ label: "Maybe", validate: listSchema }),
  mail: section({
    title: "Mail",
    settings: { host: setting.text({ label: "Host" }), tls: setting.bool({ label: "TLS" }) },
  }),
  other: section({ settings: { retries: setting.number({ label: "Retries", default: 3 }) } }),
};

interface Expected {
  readonly greeting: string;
  readonly rules: string;
  readonly token: string;
  readonly signature: URL | "";
  readonly owner: string;
  readonly limit: number;
  readonly port: number | null;
  readonly loud: boolean;
  readonly mood: "cheerful" | "sad";
  readonly size: "s" | "m";
  readonly colour: "red" | "blue" | null;
  readonly hook: string;
  readonly anything: JsonValue;
  readonly target: URL;
  readonly list: { readonly hosts: readonly string[] };
  readonly maybe: { readonly hosts: readonly string[] } | null;
  readonly host: string;
  readonly tls: boolean;
  readonly retries: number;
}

/** A function of an author that is called by hooks. */
function atMost({ config }: HookContext<ConfigOf<typeof settings>>): number {
  return config.limit + config.retries;
}

/** A helper that gets a hook's context, written in the literal: its type must not be asked for. */
type Handler<Config extends object> = (context: HookContext<Config>) => void;
declare function wrapped<Config extends object>(run: Handler<Config>): Handler<Config>;

definePlugin({
  settings,
  settingsPage: { header: "Before", footer: "After" },
  onActivate: ({ config }) => {
    expectType<Equal<typeof config, Expected>>();
  },
  onConfigurationChange: wrapped(({ config }) => {
    expectType<Equal<typeof config, Expected>>();
  }),
  onDeactivate: atMost,
  hooks: {
    messageHasBeenPosted: (_post, context) => {
      expectType<Equal<typeof context.config, Expected>>();
      atMost(context);
      // @ts-expect-error settings never change while a call runs
      context.config.limit = 6;
      // @ts-expect-error no such setting
      context.config.limmit;
      // @ts-expect-error a section is no setting
      context.config.mail;
    },
    serveHTTP: (_request, { config }) => new Response(config.target.href),
    serveMetrics: (_request, { config }) => Response.json(config.maybe?.hosts ?? []),
  },
});

definePlugin({
  settings: {
    banned: setting.text({ label: "Banned", validate: (value) => value && undefined }),
    mail: section({
      settings: {
        mood: setting.radio({ label: "Mood", options: ["a", "b"] }),
        target: setting.text({ label: "Target", default: "x", validate: schema }),
      },
    }),
  },
  onActivate: ({ config }) => {
    interface Inline {
      readonly banned: string;
      readonly mood: "a" | "b" | null;
      readonly target: URL;
    }
    expectType<Equal<typeof config, Inline>>();
  },
  onConfigurationChange: wrapped(({ config }) => config.banned.length),
});

definePlugin({
  settings: { banned: setting.text({ label: "Banned" }) },
  // @ts-expect-error needs a setting that is not declared
  onActivate: atMost,
});

const later = defineJob("later", {
  run: (item: { text: string }, { config }: HookContext<{ readonly limit: number }>) => {
    expectType<Equal<typeof config.limit, number>>();
    return item.text.length;
  },
});
const anywhere = defineJob("anywhere", { run: (_item: string, { log }) => log.info("here") });

definePlugin({
  settings: { limit: setting.number({ label: "Limit", default: 3 }) },
  jobs: { later, anywhere },
  onActivate: ({ jobs }) => jobs.schedule(later, { text: "" }, { in: "1h" }),
});

definePlugin({
  settings: { limit: setting.text({ label: "Limit" }) },
  jobs: {
    anywhere,
    // @ts-expect-error needs a setting that is a number
    later,
  },
});

definePlugin({
  settings: {
    // @ts-expect-error a value is no declaration
    greeting: "Hello",
  },
});

// @ts-expect-error a label is what administrators see, so it must be there
setting.text({});
// @ts-expect-error the option is called help
setting.bool({ label: "Loud", helpText: "Shout" });
// @ts-expect-error the manifest is public, so a secret has no default
setting.secret({ label: "Token", default: "hunter2" });
// @ts-expect-error not one of the options
setting.dropdown({ label: "Mood", options: ["cheerful"], default: "sad" });
// @ts-expect-error not one of the options
setting.radio({ label: "Mood", options: [{ value: "a", label: "A" }], default: "A" });
// @ts-expect-error a number's default is a number
setting.number({ label: "Limit", default: "5" });
// @ts-expect-error a check says why, or nothing
setting.text({ label: "Greeting", validate: (value) => value.length > 2 });
// @ts-expect-error a text has no such method
setting.text({ label: "Greeting", validate: (value) => value.toFixed() });
// @ts-expect-error only cloud and on-prem
setting.text({ label: "Greeting", hosting: "onprem" });
// @ts-expect-error sections stand beside each other
section({ settings: { inner: section({ settings: {} }) } });
