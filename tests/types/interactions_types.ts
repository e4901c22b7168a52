/**
 * What authors may and may not write about buttons, menus and dialogs. Compiled, never run: a line
 * that should not compile and does is an error, as is the opposite.
 *
 * @module
 */
import type { JsonObject } from "@bufbuild/protobuf";
import {
  type ActionContext,
  defineAction,
  defineDialog,
  definePlugin,
  type DialogDefinition,
  element,
  fieldErrors,
  localized,
  nextStep,
  type Setting,
  type UserContext,
} from "../../mod.ts";
import { expectType } from "./equal.ts";
import type { Equal } from "./equal.ts";

const done = defineAction("done", (item: { text: string }) => ({
  update: { message: `~~${item.text}~~` },
}));
const plain = defineAction("plain", () => "done");
const choose = defineAction("choose", (_item: undefined, { selected, post }) => {
  expectType<Equal<typeof selected, string | null>>();
  return post === null ? selected ?? "" : undefined;
});

const form = defineDialog("add", {
  title: "New todo",
  elements: {
    text: element.text({ label: "What", maxLength: 100 }),
    note: element.textarea({ label: "Note", optional: true }),
    count: element.number({ label: "Count" }),
    size: element.select({ label: "Size", options: ["s", { text: "Large", value: "l" }] }),
    tags: element.select({ label: "Tags", options: ["a", "b"], multiple: true, optional: true }),
    kind: element.radio({ label: "Kind", options: ["x", "y"], optional: true }),
    owner: element.user({ label: "Owner" }),
    rooms: element.channel({ label: "Rooms", multiple: true }),
    found: element.dynamic({
      label: "Found",
      search: (query, { userId }) => [{ text: query, value: userId }],
    }),
    urgent: element.bool({ label: "Urgent" }),
    day: element.date({ label: "Day" }),
    when: element.datetime({ label: "When", optional: true }),
  },
  submit: (values, context) => {
    expectType<
      Equal<typeof values, {
        readonly text: string;
        readonly note: string | undefined;
        readonly count: number;
        readonly size: "s" | "l";
        readonly tags: readonly ("a" | "b")[];
        readonly kind: "x" | "y" | undefined;
        readonly owner: string;
        readonly rooms: readonly string[];
        readonly found: string;
        readonly urgent: boolean;
        readonly day: string;
        readonly when: number | undefined;
      }>
    >();
    expectType<Equal<typeof context, UserContext>>();
    return add(values.text, context);
  },
});

const rename = defineDialog("rename", {
  title: "Rename",
  elements: { name: element.text({ label: "Name" }) },
  submit: ({ name }, _context, state: { id: string }) =>
    name === state.id ? fieldErrors({ name: "It is called that already." }) : undefined,
  cancel: (_context, state) => state.id,
});
expectType<
  Equal<typeof rename, DialogDefinition<{ id: string }, { readonly name: string }>>
>();

const steps = defineDialog("steps", {
  title: "Steps",
  submit: () => nextStep(rename, { id: "1" }, { values: { name: "x" } }),
});

async function add(text: string, context: UserContext): Promise<void> {
  const { button, menu, openDialog } = context;
  button(done, { label: "Done", context: { text }, style: "#1e325c", expiresInMs: 1000 });
  button(plain, { label: "Plain" });
  menu(choose, { label: "Who", options: "users" });
  await openDialog(form);
  await openDialog(form, undefined, { values: { text, size: "l" } });
  await openDialog(rename, { id: "1" }, { introduction: "x" });

  const translated = await button(done, { label: localized("done"), context: { text } });
  expectType<Equal<typeof translated.type, "button">>();
  await menu(choose, { label: "Size", options: [{ text: localized("small"), value: "s" }] });
  const props: JsonObject = { actions: [translated, button(plain, { label: "Plain" })] };
  // @ts-expect-error a button with a translation must be waited for
  props["button"] = button(plain, { label: localized("plain") });
  // @ts-expect-error also then the item is needed
  await button(done, { label: localized("done") });
  await openDialog(form, undefined, { introduction: localized("above") });

  // @ts-expect-error the item has no such field
  button(done, { label: "Done", context: { txt: text } });
  // @ts-expect-error the item is needed
  button(done, { label: "Done" });
  // @ts-expect-error there is no such style
  button(plain, { label: "Done", style: "blue" });
  // @ts-expect-error a menu needs options
  menu(plain, { label: "Who" });
  // @ts-expect-error a dialog is no action
  button(form, { label: "Done" });
  // @ts-expect-error the state is needed
  await openDialog(rename);
  // @ts-expect-error the state is another one
  await openDialog(rename, { key: "1" });
  // @ts-expect-error there is no such element
  await openDialog(form, undefined, { values: { txt: text } });
  // @ts-expect-error that is none of the choices
  await openDialog(form, undefined, { values: { size: "m" } });
}

declare const banned: Setting<string>;
declare const limit: Setting<number>;

export default definePlugin({
  settings: { banned, limit },
  bot: { username: "todo", displayName: "Todo" },
  actions: [
    done,
    plain,
    choose,
    defineAction("inside", (item: { n: number }, { config }) => {
      expectType<Equal<typeof config.banned, string>>();
      return config.banned.repeat(item.n);
    }),
  ],
  dialogs: [
    form,
    rename,
    steps,
    defineDialog("inside", {
      title: "Inside",
      elements: { sure: element.bool({ label: "Sure" }) },
      submit: ({ sure }, { config }) => {
        expectType<Equal<typeof sure, boolean>>();
        return sure ? config.banned : undefined;
      },
    }),
  ],
});

definePlugin({
  translations: { en: { title: "Title", small: "Small", done: "Done: {text}" } },
  settings: { banned },
  actions: [
    defineAction("inside", async (item: { text: string }, { config, t }) => {
      expectType<Equal<typeof config.banned, string>>();
      await t("done", { text: item.text });
      // @ts-expect-error there is no such text: title, small and done are declared
      await t("dnoe");
      return { update: { message: localized("done", item) }, ephemeral: localized("small") };
    }),
  ],
  dialogs: [
    defineDialog("inside", {
      title: localized("title"),
      introduction: localized("title"),
      submitLabel: localized("title"),
      elements: {
        size: element.select({
          label: localized("title"),
          help: localized("title"),
          placeholder: localized("title"),
          options: [{ text: localized("small"), value: "s" }, "l"],
        }),
        found: element.dynamic({
          label: "Found",
          search: () => [{ text: localized("small"), value: "s" }],
        }),
      },
      submit: ({ size, found }, { config }) => {
        expectType<Equal<typeof size, "s" | "l">>();
        if (found === config.banned) return localized("small");
        return size === "s" ? fieldErrors({ size: localized("small") }) : undefined;
      },
    }),
  ],
});

const limited = defineAction(
  "limited",
  (_item: undefined, { config }: ActionContext<{ readonly limit: number }>) => `${config.limit}`,
);
definePlugin({ settings: { limit }, actions: [limited] });
// @ts-expect-error the action needs a setting that is not declared
definePlugin({ settings: { banned }, actions: [limited] });
// @ts-expect-error a dialog is no action
definePlugin({ actions: [form] });

// @ts-expect-error an update has no text; it is its message
defineAction("wrong", () => ({ update: { text: "x" } }));
// @ts-expect-error there is no such option
element.text({ label: "x", maxlength: 5 });
// @ts-expect-error that is none of the choices
element.select({ label: "x", options: ["a", "b"], default: "c" });
defineDialog("wrong", {
  title: "x",
  elements: { name: element.text({ label: "Name" }) },
  // @ts-expect-error there is no such element
  submit: () => fieldErrors({ nam: "x" }),
});
// @ts-expect-error the next dialog needs its state
nextStep(rename);
// @ts-expect-error a dialog needs its submit
defineDialog("wrong", { title: "x" });
