/** Checks of `examples/webhook`. @module */
import { assertEquals } from "@std/assert";
import { signatureOf } from "../../../examples/webhook/signature.ts";
import type { Check } from "../check.ts";
import type { Post } from "../client/models.ts";
import { listen } from "../client/websocket.ts";
import { useExample } from "./example_plugins.ts";

const SECRET = "a secret of the build server";
const PATH = "/plugins/com.example.webhook";

export const webhook: readonly Check[] = [
  {
    name: "webhook: a signed request from outside is asked about, posted by a bot, told to clients",
    only: "deno",
    async run(stage) {
      const { ada, channel, mattermost, team } = stage;
      await using service = Deno.serve(
        { hostname: "127.0.0.1", port: 0, onListen() {} },
        () => Response.json({ title: "Carts survive a reload" }),
      );
      const { name } = await ada.call<{ name: string }>("GET", `/channels/${channel.id}`);
      await using _ = await useExample(stage, "webhook", {
        secret: SECRET,
        team: team.name,
        channel: name,
        tickets: `http://127.0.0.1:${service.addr.port}`,
      });
      using listener = await listen(mattermost.url, ada);
      const deployment = { id: "d1", service: "shop", version: "1.2.0", ticket: "WEB-12" };
      const body = new TextEncoder().encode(JSON.stringify(deployment));
      const send = async (secret: string) =>
        await fetch(`${mattermost.url}${PATH}/deployed`, {
          method: "POST",
          body,
          headers: { "X-Signature": await signatureOf(secret, body) },
        });
      const refused = await send("a guess");
      assertEquals([refused.status, ((await refused.json()) as { message: string }).message], [
        401,
        "The signature is missing or wrong.",
      ]);
      const taken = await send(SECRET);
      assertEquals(taken.status, 201);
      const { postId } = await taken.json() as { postId: string };
      const post = await ada.call<Post>("GET", `/posts/${postId}`);
      assertEquals(post.message, "**shop** 1.2.0 is live: WEB-12, Carts survive a reload");
      const { username } = await ada.call<{ username: string }>("GET", `/users/${post.user_id}`);
      assertEquals(username, "deployments");
      const event = await listener.next(
        "the plugin's own",
        ({ event }) => event === "custom_com.example.webhook_deployed",
      );
      assertEquals(event.data, { ...deployment, postId });
      assertEquals(await (await send(SECRET)).json(), { known: true });
      const list = await ada.fetch(`${PATH}/deployments`);
      assertEquals(await list.json(), [deployment]);
      const lines = (await stage.log.lines()).map((line) => JSON.stringify(line));
      assertEquals(lines.filter((line) => line.includes(SECRET)), []);
    },
  },
];
