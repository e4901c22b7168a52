import { assertEquals } from "@std/assert";
import { testPlugin } from "../../src/testing/mod.ts";
import { fromFileUrl } from "../../tools/paths.ts";
import plugin from "./plugin.ts";

const folder = fromFileUrl(new URL(".", import.meta.url));
const manifest = JSON.parse(await Deno.readTextFile(`${folder}plugin.json`));

const ways = {
  "in the test's process": { bundleFolder: folder, manifest },
  "over net/rpc": { bundleFolder: folder, manifest, transport: "netrpc" },
  "bundled, in its sandbox": { sandbox: true },
} as const;

for (const [way, options] of Object.entries(ways)) {
  Deno.test(`a bot, texts, migrations, events and assets, ${way}`, async () => {
    await using t = await testPlugin(plugin, options);
    const greta = t.mattermost.createUser({ username: "greta", locale: "de-AT" }, t.team);
    const channel = t.mattermost.createChannel(
      { teamId: t.team.id, name: "rooms" },
      greta,
      t.users.ada,
    );
    assertEquals((await t.command("/greet", { as: greta, channel })).text, "See you.");
    assertEquals((await t.command("/greet", { as: "ada", channel })).text, "See you.");

    const bot = await t.api.getUserByUsername({ name: "rooms" });
    const texts = ["Hallo, greta: 2 Räume", "Hello, ada: 2 rooms"];
    assertEquals(
      t.posts(channel).map(({ userId, message }) => [userId, message]),
      texts.map((text) => [bot.id, text]),
    );
    assertEquals(
      t.events.flatMap((event) =>
        event.type === "custom"
          ? [[event.event, event.payload["text"], event.broadcast.omitUsers]]
          : []
      ),
      [greta.id, t.users.ada.id].map((
        id,
        n,
      ) => ["custom_com.example.rooms_greeted", texts[n], [id]]),
    );

    assertEquals(t.log.filter(({ level }) => level === "warn" || level === "error"), []);

    await t.restart();
    assertEquals(
      t.log.filter(({ message }) => message === "ready")
        .map(({ fields }) => [fields["migrated"], fields["assets"]]),
      Array(2).fill([1, "bot.png, closing.txt, i18n/de.json, i18n/en.json"]),
    );
  });
}
