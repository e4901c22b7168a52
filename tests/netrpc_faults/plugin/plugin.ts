/** A plugin that does what goes wrong, for the fault tests. */
import {
  allow,
  definePlugin,
  type HTTPExchange,
  httpExchange,
  type PluginAPI,
  reject,
  replace,
} from "@mattermost-deno/plugin";
import { producedSoFar, sendPattern, takePattern } from "./bodies.ts";
import { note, noted } from "./events.ts";
import { pattern, patternCheck } from "./pattern.ts";
import { echoMessages } from "./websocket.ts";

export default definePlugin({
  hooks: {
    messageWillBePosted: (post) => replace({ ...post, message: `${post.message}!` }),

    async fileWillBeUploaded({ info, content }) {
      if (info.name === "unread") return allow();
      const check = patternCheck();
      for await (const bytes of content) {
        check.take(bytes);
        if (info.name === "begun") return reject("the beginning was enough");
        if (info.name === "broken") return replace({ content: breaking() });
      }
      return reject(check.result);
    },

    async executeCommand(args, { api }) {
      const [word = "", first = ""] = args.command.split(" ");
      return await commands[word]?.(api, first) ?? "there is no such command";
    },

    serveHTTP: httpExchange(async (exchange) => {
      const { pathname, searchParams } = new URL(exchange.url, "http://plugin");
      if (pathname === "/pattern") return await sendPattern(exchange, searchParams);
      const name = searchParams.get("name") ?? "";
      if (pathname === "/websocket") return await echoMessages(exchange, name);
      if (pathname === "/hijack") return await readAndLeave(exchange, name);
      if (pathname === "/echo") return await echo(exchange);
      const text = new TextEncoder().encode(await answer(pathname, exchange, searchParams));
      const body = await exchange.respond();
      await body.write(text);
      await body.close();
    }),
  },
});

const commands: Record<string, (api: PluginAPI, word: string) => string | Promise<string>> = {
  "/read": async (api, key) =>
    new TextDecoder().decode(await api.kvGet({ key: `interop:${key}` }) ?? new Uint8Array()),

  async "/large"(api, length) {
    const key = "interop:large";
    await api.kvSet({ key, value: pattern(0, Number(length)) });
    const check = patternCheck();
    check.take(await api.kvGet({ key }) ?? new Uint8Array());
    return check.result;
  },

  "/block"(_api, ms) {
    const end = performance.now() + Number(ms);
    while (performance.now() < end);
    return "done";
  },

  async "/hang"() {
    note("hanging");
    return await new Promise<never>(() => {});
  },
};

/** Bytes that do not come to their end. */
function breaking(): ReadableStream<Uint8Array> {
  return ReadableStream.from((async function* () {
    yield pattern(0, 1000);
    await Promise.resolve();
    throw new Error("there is no more");
  })());
}

async function answer(
  pathname: string,
  exchange: HTTPExchange,
  query: URLSearchParams,
): Promise<string> {
  switch (pathname) {
    case "/take":
      return await takePattern(exchange, query);
    case "/produced":
      return String(producedSoFar());
    case "/release":
      note("released");
      return "";
    case "/wait":
      return await noted(query.get("name") ?? "");
    case "/pid":
      return String(Deno.pid);
    default:
      return "there is nothing here";
  }
}

/** Sends the body back as it comes. */
async function echo({ body, respond }: HTTPExchange): Promise<void> {
  const out = await respond();
  for await (const bytes of body ?? []) await out.write(bytes);
  await out.close();
}

/** Reads a taken connection to its end, and closes nothing. */
async function readAndLeave(exchange: HTTPExchange, name: string): Promise<void> {
  const { readable } = await exchange.hijack();
  note(`${name} begun`);
  const ended = await Array.fromAsync(readable).then(() => "ended", () => "broken");
  note(name, ended);
}
