/**
 * A plugin that names its texts, for their readers' languages.
 *
 * @module
 */
import {
  arg,
  defineAction,
  defineDialog,
  definePlugin,
  element,
  ephemeral,
  localized,
  subcommand,
  UserError,
} from "../../mod.ts";

const order = defineAction("order", () => ({ ephemeral: localized("ordered", { what: "pizza" }) }));

const form = defineDialog("form", {
  title: localized("title"),
  elements: {
    what: element.select({
      label: localized("what"),
      options: [{ text: localized("pizza"), value: "pizza" }, { text: "Pasta", value: "pasta" }],
    }),
  },
  submit: ({ what }) => {
    if (what === "pasta") throw new UserError(localized("none", { what }));
    return localized("ordered", { what });
  },
});

export default definePlugin({
  bot: { username: "waiter", displayName: "Waiter" },
  actions: [order],
  dialogs: [form],
  translations: {
    en: {
      orders: "Orders something",
      title: "Order",
      what: "What",
      pizza: "A pizza",
      ordered: "Ordered: {what}",
      none: "There is no {what}.",
    },
    de: {
      orders: "Bestellt etwas",
      // More bytes than a title has.
      title: "Bestellung für den Mittagstisch",
      what: "Was",
      pizza: "Eine Pizza",
      ordered: "Bestellt: {what}",
      none: "Es gibt kein {what}.",
    },
  },
  commands: {
    order: subcommand({
      description: localized("orders"),
      args: { what: arg.text({ description: localized("what"), optional: true }) },
      run: async ({ what }, { openDialog }) => {
        if (what === "pasta") throw new UserError(localized("none", { what }));
        if (what !== undefined) return ephemeral(localized("ordered", { what }));
        return await openDialog(form);
      },
    }),
    menu: subcommand({
      description: localized("orders"),
      run: async (_, { api, bot, button, channelId, userId }) => {
        const actions = [
          await button(order, { label: localized("orders") }),
          await button(order, { label: localized("pizza"), userId }),
        ];
        const props = { attachments: [{ actions }] };
        await api.createPost({ post: { userId: bot.userId, channelId, message: "menu", props } });
      },
    }),
  },
});
