/**
 * A plugin that moderates: words that are refused or hidden, files that are refused or renamed, a log
 * of what it did, for moderators. Everything is a setting, and nothing gets through when it fails.
 */
import {
  allow,
  arg,
  definePlugin,
  ephemeral,
  type HookContext,
  type Post,
  type PostOutcome,
  reject,
  replace,
  setting,
  subcommand,
} from "@mattermost-deno/plugin";
import { wordPattern } from "./words.ts";

/** What the plugin did, for `/moderation log`. */
interface Intervention {
  readonly at: number;
  readonly userId: string;
  readonly what: string;
}

/** How many interventions are kept. */
const kept = 20;

export default definePlugin({
  settings: {
    banned: setting.longText({
      label: "Words that are refused",
      help: "One in each line; `*` stands for any letters.",
      default: "hunter2",
    }),
    hidden: setting.longText({
      label: "Words that are hidden",
      help: "One in each line; they are replaced by asterisks.",
    }),
    exempt: setting.username({ label: "Who may say everything", placeholder: "a username" }),
    files: setting.dropdown({
      label: "Programs and scripts",
      options: [
        { value: "refuse", label: "Are refused" },
        { value: "rename", label: "Get another name" },
        { value: "allow", label: "Are allowed" },
      ],
      default: "refuse",
    }),
    maxMegabytes: setting.number({ label: "Largest file, in MB", default: 50, min: 1, max: 1000 }),
  },

  // If one of these throws, the message or file is refused, not let through.
  failClosed: ["messageWillBePosted", "messageWillBeUpdated", "fileWillBeUploaded"],

  hooks: {
    messageWillBePosted: moderate,
    messageWillBeUpdated: (newPost, _oldPost, context) => moderate(newPost, context),

    async fileWillBeUploaded({ info }, context) {
      const { config } = context;
      if (info.size > BigInt(config.maxMegabytes) * 1_000_000n) {
        await note(context, info.creatorId, `refused ${info.name}, which is too large`);
        return reject(`Files may have ${config.maxMegabytes} MB at most.`);
      }
      if (!/\.(exe|bat|cmd|com|js|msi|ps1|scr|sh|vbs)$/i.test(info.name)) return allow();
      switch (config.files) {
        case "refuse":
          await note(context, info.creatorId, `refused ${info.name}`);
          return reject("Programs and scripts are not welcome here.");
        case "rename":
          return replace({ info: { ...info, name: `${info.name}.txt` } });
        case "allow":
          return allow();
      }
    },
  },

  commands: {
    moderation: {
      description: "What the moderation did",
      adminOnly: true,
      subcommands: {
        log: subcommand({
          description: "The last interventions",
          args: { count: arg.number({ hint: "[how many]", min: 1, max: kept, default: 5 }) },
          async run({ count }, { api, kv }) {
            const log = await kv.get<Intervention[]>("log") ?? [];
            if (log.length === 0) return ephemeral("Nothing was moderated.");
            const lines = await Promise.all(
              log.slice(-count).map(async ({ at, userId, what }) => {
                const { username } = await api.getUser({ userId });
                return `- ${new Date(at).toISOString()} @${username}: ${what}`;
              }),
            );
            return ephemeral(lines.join("\n"));
          },
        }),
        clear: subcommand({
          description: "Forget them",
          async run(_, { kv }) {
            await kv.delete("log");
            return ephemeral("Forgotten.");
          },
        }),
      },
    },
  },
});

type Words = { readonly banned: string; readonly hidden: string; readonly exempt: string };

/** What becomes of a message. */
async function moderate(post: Post, context: HookContext<Words>): Promise<PostOutcome> {
  const { config, api } = context;
  const banned = wordPattern(config.banned)?.exec(post.message)?.[0];
  const hidden = wordPattern(config.hidden);
  const cleaned = hidden === undefined
    ? post.message
    : post.message.replace(hidden, (word) => "*".repeat([...word].length));
  if (banned === undefined && cleaned === post.message) return allow();
  if (config.exempt !== "") {
    const { username } = await api.getUser({ userId: post.userId });
    if (username === config.exempt) return allow();
  }
  if (banned !== undefined) {
    await note(context, post.userId, "refused a message");
    return reject(`Please find another word for "${banned}".`);
  }
  await note(context, post.userId, "hid words of a message");
  return replace({ ...post, message: cleaned });
}

/** Remembers what was done. */
async function note({ kv, log }: HookContext<object>, userId: string, what: string): Promise<void> {
  log.info(what, { user_id: userId });
  const entry: Intervention = { at: Date.now(), userId, what };
  await kv.update<Intervention[]>("log", (old = []) => [...old, entry].slice(-kept));
}
