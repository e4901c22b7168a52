import { allow, definePlugin } from "@mattermost-deno/plugin";

function body(bytes: number): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(64 << 10);
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(chunk.slice(0, Math.min(left, chunk.length)));
      left -= chunk.length;
      if (left <= 0) controller.close();
    },
  });
}

/** The plugin that the benchmark calls: each hook does as little as it can. */
export default definePlugin({
  hooks: {
    messageWillBePosted: () => allow(),
    executeCommand: async (args, { api }) => {
      const times: number[] = [];
      const [word, count] = args.command.split(" ");
      for (let left = Number(count); left > 0; left--) {
        const began = performance.now();
        if (word === "/bench-users") await api.getUsers({ page: 0, perPage: 1000 });
        else await api.getUser({ userId: "u".repeat(26) });
        times.push((performance.now() - began) * 1000);
      }
      return { text: JSON.stringify(times) };
    },
    serveHTTP: async (request) => {
      const url = new URL(request.url);
      if (url.pathname === "/small") return new Response("ok");
      if (url.pathname === "/down") {
        return new Response(body(Number(url.searchParams.get("bytes"))));
      }
      let received = 0;
      for await (const chunk of request.body ?? []) received += chunk.length;
      return new Response(String(received));
    },
  },
});
