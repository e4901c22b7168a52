/** Reminders of todos. */
import { defineJob } from "@mattermost-deno/plugin";
import { openTodos } from "./todos.ts";

/** What a reminder is about. */
interface Reminder {
  readonly channelId: string;
  readonly number: number;
  readonly userId: string;
}

/** Reminds somebody of a todo, unless it is done by then. */
export const remind = defineJob("remind", {
  async run({ channelId, number, userId }: Reminder, { api, bot, kv }) {
    const todo = (await openTodos(kv, channelId)).find((each) => each.number === number);
    if (todo === undefined) return;
    const { username } = await api.getUser({ userId });
    const message = `@${username}: #${number} ${todo.text}`;
    await api.createPost({ post: { userId: bot.userId, channelId, message } });
  },
});
