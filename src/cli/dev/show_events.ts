import type { PluginAPI } from "../../../gen/plugin_api.ts";
import { textOf } from "../../transport/text_of.ts";
import type { Post } from "../../contract/mod.ts";
import { actionsOf, type Attached } from "../../embedded/attachments.ts";
import type { EmbeddedEvent } from "../../embedded/mod.ts";
import type { Paint } from "../paint.ts";
import { printableLines } from "./trace_lines.ts";

/** Shows what people see. */
export interface EventDisplay {
  /** An event, as the lines that tell of it; none for one that nobody sees. */
  lines(event: EmbeddedEvent): Promise<string[]>;
  /** A post, as it stands in a list. */
  postLines(post: Post): Promise<string[]>;
}

/** Makes the display; names of people and channels are asked of the server. */
export function createEventDisplay(api: PluginAPI, paint: Paint): EventDisplay {
  const names = new Map<string, Promise<string>>();
  const nameOf = (id: string, ask: () => Promise<string>): Promise<string> => {
    let name = names.get(id);
    if (name === undefined) {
      name = ask().catch(() => id);
      names.set(id, name);
    }
    return name;
  };
  const person = (userId: string) =>
    nameOf(userId, async () => (await api.getUser({ userId })).username);
  const channelOf = (channelId: string) =>
    nameOf(channelId, async () => {
      const { name, displayName } = await api.getChannel({ channelId });
      return name.includes("__") ? "direct message" : displayName || name;
    });
  const withWhere = async (post: Post, what: string, where?: string): Promise<string[]> => {
    const place = where ?? await channelOf(post.channelId);
    const who = await person(post.userId);
    const head = `${paint.dim(`${place}${post.rootId === "" ? "" : ", in a thread"} |`)} `;
    return [
      `${head}${paint.bold(who)}${what}: ${printableLines(post.message)}`,
      ...attachmentLines(post, paint),
    ];
  };
  return {
    postLines: (post) => withWhere(post, ""),
    async lines(event) {
      try {
        switch (event.type) {
          case "posted":
            return await withWhere(event.post, "");
          case "post_edited":
            return await withWhere(event.post, " (changed)");
          case "post_deleted":
            return await withWhere(event.post, " (deleted)");
          case "ephemeral_message": {
            const what = { posted: "", edited: " (changed)", deleted: " (deleted)" }[event.change];
            return await withWhere(event.post, what, `only ${await person(event.userId)}`);
          }
          case "reaction_added":
          case "reaction_removed": {
            const { userId, emojiName } = event.reaction;
            const how = event.type === "reaction_added" ? "reacts with" : "takes back";
            return [`${await person(userId)} ${how} :${emojiName}:`];
          }
          case "mail":
            return [`mail to ${printableLines(event.to)}: ${printableLines(event.subject)}`];
          case "custom":
            return [`event ${event.event}: ${JSON.stringify(event.payload)}`];
          default:
            return [];
        }
      } catch (error) {
        return [`an event of the type ${event.type} cannot be shown: ${textOf(error)}`];
      }
    },
  };
}

/** The texts, buttons and menus under a post. */
function attachmentLines(post: Post, paint: Paint): string[] {
  const attachments = post.props?.["attachments"];
  const texts = (Array.isArray(attachments) ? attachments : []).flatMap((attachment) => {
    const { title, text } = (attachment ?? {}) as { title?: unknown; text?: unknown };
    return [title, text].filter((each) => typeof each === "string" && each !== "") as string[];
  });
  const actions = actionsOf(post).map((action) => paint.cyan(actionText(action)));
  return [
    ...texts.map((text) => `    ${printableLines(text)}`),
    ...actions.length === 0 ? [] : [`    ${actions.join(" ")}`],
  ];
}

function actionText({ name = "", type, options, data_source: source }: Attached): string {
  if (type !== "select") return `[${printableLines(name)}]`;
  const offered = Array.isArray(options)
    ? options.map((option) => String((option as { text?: unknown } | null)?.text ?? ""))
    : [];
  return `[${printableLines(name)}: ${printableLines(source || offered.join(", "))}]`;
}
