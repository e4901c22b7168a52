import { definePlugin } from "../../../src/define/define_plugin.ts";
import { allow, reject, replace } from "../../../src/plugin/outcomes.ts";

/** A plugin that does what the fault tests tell it to. */
export default definePlugin({
  async onActivate({ api, log, config }) {
    log.info("active", { version: await api.getServerVersion({}), config });
  },
  onDeactivate({ log }) {
    log.info("inactive");
  },
  hooks: {
    messageWillBePosted(post, { log }) {
      switch (post.message) {
        case "hang":
          log.info("hanging");
          return new Promise(() => {});
        case "spin":
          log.info("spinning");
          for (;;);
        case "throw":
          throw new Error("thrown on purpose");
        case "reject":
          return reject("rejected on purpose");
        case "allow":
          return allow();
        default:
          return replace({ ...post, message: `${post.message.length}` });
      }
    },
    messagesWillBeConsumed: (posts) => posts.filter(({ message }) => message !== "hide"),
    executeCommand: ({ command }) => {
      const name = command.split(" ")[1] ?? "";
      return { text: Deno.env.get(name) ?? "nothing" };
    },
    serveHTTP: (request) => new Response(request.body),
  },
});
