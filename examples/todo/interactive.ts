/** The button that ticks a todo off, and the dialog that asks for one. */
import {
  defineAction,
  defineDialog,
  element,
  fieldErrors,
  type UserContext,
} from "@mattermost-deno/plugin";
import { add, openTodos, tickOff, type Todo } from "./todos.ts";

/** What the button under a todo does. */
export const done = defineAction("done", async (todo: Todo, { kv, channelId, api, userId }) => {
  if (!await tickOff(kv, channelId, todo.number)) return "Somebody was faster.";
  const { username } = await api.getUser({ userId });
  return {
    update: { message: `~~#${todo.number} ${todo.text}~~ Done by @${username}.`, props: {} },
  };
});

/** Asks for a todo. */
export const form = defineDialog("add", {
  title: "New todo",
  elements: {
    text: element.text({ label: "What", maxLength: 100 }),
    urgent: element.bool({ label: "Urgent", placeholder: "It cannot wait" }),
  },
  submitLabel: "Add",
  async submit({ text, urgent }, context) {
    const open = await openTodos(context.kv, context.channelId);
    if (open.some((todo) => todo.text === text)) {
      return fieldErrors({ text: "It is there already." });
    }
    await addTodo(urgent ? `${text} :rotating_light:` : text, context);
    return undefined; // Which closes the window.
  },
});

/** Adds a todo and posts it, with its button. */
export async function addTodo(text: string, context: UserContext): Promise<Todo> {
  const { api, bot, button, channelId, kv, rootId } = context;
  const todo = await add(kv, channelId, text);
  const actions = [button(done, { label: "Done", style: "good", context: todo })];
  await api.createPost({
    post: {
      userId: bot.userId,
      channelId,
      rootId,
      message: `#${todo.number}`,
      props: { attachments: [{ text, actions }] },
    },
  });
  return todo;
}
