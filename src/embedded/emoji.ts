import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { notFound } from "./app_error.ts";

/** The API methods about a server's own emoji: this one has none, since nobody can add any. */
export function emojiMethods(): PluginAPIHandlers {
  const missing = (where: string, id: string, which: string): never => {
    throw notFound(where, id, `There is no emoji ${which}.`);
  };
  return {
    getEmojiList: () => [],
    getEmoji: ({ emojiId }) =>
      missing("GetEmoji", "app.emoji.get.no_result", `with the id "${emojiId}"`),
    getEmojiByName: ({ name }) =>
      missing("GetEmojiByName", "app.emoji.get_by_name.no_result", `"${name}"`),
    getEmojiImage: ({ emojiId }) =>
      missing("GetEmojiImage", "app.emoji.get.no_result", `with the id "${emojiId}"`),
  };
}
