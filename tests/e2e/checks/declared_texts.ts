/** Checks of texts that a plugin's declarations name. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post } from "../client/models.ts";
import { enablePlugin, waitForState } from "../client/plugins.ts";
import type { Person } from "../client/rest.ts";
import { listen, type Listener } from "../client/websocket.ts";
import { eventually } from "../environment/eventually.ts";
import type { Stage } from "../stage.ts";
import { withPlugin } from "./with_plugin.ts";

const entry = new URL("../../translations/plugin.ts", import.meta.url);

interface Dialog {
  readonly title: string;
  readonly elements: readonly { readonly display_name: string }[];
}

/** What the server says of a command while somebody types it. */
async function description({ channel, team }: Stage, person: Person): Promise<string | undefined> {
  const query = { user_input: "/orde", channel_id: channel.id, team_id: team.id };
  const all = await person.call<readonly { readonly Description: string }[]>(
    "GET",
    `/teams/${team.id}/commands/autocomplete_suggestions?${new URLSearchParams(query)}`,
  );
  return all[0]?.Description;
}

async function run({ channel, team }: Stage, person: Person, command: string): Promise<void> {
  const line = { channel_id: channel.id, team_id: team.id, command };
  await person.call("POST", "/commands/execute", line);
}

/** Waits until the listening person reads an answer with this text. */
async function reads(listener: Listener, text: string): Promise<void> {
  await listener.next(
    `an answer "${text}"`,
    ({ event, data }) =>
      event === "ephemeral_message" &&
      (JSON.parse(String(data["post"])) as Post).message.includes(text),
  );
}

async function opened(listener: Listener): Promise<readonly (string | undefined)[]> {
  const { data } = await listener.next("a dialog", ({ event }) => event === "open_dialog");
  const { dialog } = JSON.parse(String(data["dialog"])) as { readonly dialog: Dialog };
  return [dialog.title, dialog.elements[0]?.display_name];
}

const readers = {
  en: { help: "Orders something", answer: "Ordered: soup", dialog: ["Order", "What"] },
  de: {
    help: "Bestellt etwas",
    answer: "Bestellt: soup",
    dialog: ["Bestellung für den M…", "Was"],
  },
} as const;

export const declaredTexts: readonly Check[] = [
  {
    name: "declared texts: commands and dialogs are in people's languages, lists in the server's",
    only: "deno",
    run: (stage) =>
      withPlugin(stage, entry, async (id) => {
        const { admin, ada, bob, mattermost } = stage;
        await bob.call("PUT", "/users/me/patch", { locale: "de" });
        const speak = (locale: string) =>
          admin.call("PUT", "/config/patch", {
            LocalizationSettings: { DefaultServerLocale: locale },
          });
        try {
          await enablePlugin(admin, id);
          await waitForState(admin, id, "running");
          for (const [person, expected] of [[ada, readers.en], [bob, readers.de]] as const) {
            using listener = await listen(mattermost.url, person);
            await run(stage, person, "/order --help");
            await reads(listener, expected.help);
            await run(stage, person, "/order soup");
            await reads(listener, expected.answer);
            await run(stage, person, "/order");
            assertEquals(await opened(listener), [...expected.dialog]);
          }
          assertEquals(await description(stage, bob), "Orders something");
          await speak("de");
          await eventually("a list in the server's new language", async () =>
            await description(stage, ada) === "Bestellt etwas" ? true : undefined);
        } finally {
          await speak("en");
          await bob.call("PUT", "/users/me/patch", { locale: "en" });
        }
      }),
  },
];
