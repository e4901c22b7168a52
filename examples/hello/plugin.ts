/**
 * A plugin that greets: a slash command with a counter, a filter of messages, an HTTP endpoint that
 * streams, and a setting. One object; nothing starts until a server loads it.
 */
import {
  allow,
  definePlugin,
  type PluginAPI,
  reject,
  replace,
  setting,
} from "@mattermost-deno/plugin";

export default definePlugin({
  // What an administrator can change; bundling writes it into the manifest.
  settings: {
    greeting: setting.text({
      label: "Greeting",
      help: "The word before the name, in the answer to `/hello`.",
      default: "Hello",
    }),
  },
  settingsPage: { header: "What the Hello plugin says." },

  async onActivate({ api, log }) {
    await api.registerCommand({
      command: {
        trigger: "hello",
        autoComplete: true,
        autoCompleteDesc: "Greets you, or somebody else",
        autocompleteData: {
          trigger: "hello",
          hint: "[somebody]",
          helpText: "Greets you, or somebody else",
          roleId: "system_user",
          arguments: [{ name: "to", helpText: "Whom to greet", type: "TextInput" }],
        },
      },
    });
    log.info("ready to greet", { command: "/hello" });
  },

  hooks: {
    // Asked before a message is stored: the answer decides what becomes of it.
    messageWillBePosted(post) {
      if (post.message.includes("hunter2")) return reject("That looks like a password.");
      const message = post.message.replaceAll(/\bteh\b/g, "the");
      return message === post.message ? allow() : replace({ ...post, message });
    },

    async executeCommand(args, { api, config }) {
      const name = args.command.split(" ").slice(1).join(" ").replace(/^--to\s+/, "").trim();
      const caller = await api.getUser({ userId: args.userId });
      const count = await countUp(api, `greetings_of_${caller.id}`);
      // Shown to the caller alone; { responseType: "in_channel", text } would be for everybody.
      return `${config.greeting}, ${name || `@${caller.username}`}! (Greeting number ${count}.)`;
    },

    // A Web handler: /plugins/com.example.hello/countdown?from=3
    serveHTTP(request, { userId, signal }) {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname !== "/countdown") return new Response("Not here.\n", { status: 404 });
      if (userId === null) return new Response("Log in first.\n", { status: 401 });
      const from = Math.min(Number(searchParams.get("from") ?? 3) || 0, 10);
      const lines = ReadableStream.from(countdown(from, signal));
      return new Response(lines.pipeThrough(new TextEncoderStream()), {
        headers: { "Content-Type": "text/plain; charset=utf-8" },
      });
    },
  },
});

/** Adds one to a number in the key-value store, whoever else does so at the same time. */
async function countUp(api: PluginAPI, key: string): Promise<number> {
  while (true) {
    // No value yet is null; comparing with an empty value means: only if there is none.
    const oldValue = await api.kvGet({ key }) ?? new Uint8Array();
    const count = Number(new TextDecoder().decode(oldValue)) + 1;
    const newValue = new TextEncoder().encode(String(count));
    if (await api.kvCompareAndSet({ key, oldValue, newValue })) return count;
  }
}

/** A line every tenth of a second, each sent when it is there. */
async function* countdown(from: number, signal: AbortSignal): AsyncGenerator<string> {
  for (let n = from; n > 0 && !signal.aborted; n--) {
    yield `${n}\n`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  yield "Go!\n";
}
