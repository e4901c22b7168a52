/** Checks of the slash command. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post } from "../client/models.ts";
import { type Event, listen } from "../client/websocket.ts";
import type { Stage } from "../stage.ts";

/** Runs a command as ada and gives the text that she alone sees. */
export async function greet(stage: Stage, command: string): Promise<string> {
  const { ada, channel, mattermost, team } = stage;
  using listener = await listen(mattermost.url, ada);
  const answer = await ada.call<{ readonly response_type: string }>("POST", "/commands/execute", {
    channel_id: channel.id,
    team_id: team.id,
    command,
  });
  // Both mean that nobody else sees it.
  assertEquals(["", "ephemeral"].includes(answer.response_type), true, answer.response_type);
  const event = await listener.next("ephemeral_message", isEphemeral);
  return (JSON.parse(String(event.data["post"])) as Post).message;
}

const isEphemeral = ({ event }: Event) => event === "ephemeral_message";

export const commands: readonly Check[] = [
  {
    name: "the command answers its caller alone, and counts in the key-value store",
    async run(stage) {
      using others = await listen(stage.mattermost.url, stage.bob);
      const first = await greet(stage, "/hello");
      const number = Number(/\(Greeting number (\d+)\.\)$/.exec(first)?.[1]);
      assertEquals(first, `Hello, @ada! (Greeting number ${number}.)`);
      assertEquals(
        await greet(stage, "/hello --to wörld"),
        `Hello, wörld! (Greeting number ${number + 1}.)`,
      );
      // Were anything sent to bob, it would come before what he is sent now.
      const post = { channel_id: stage.channel.id, message: "after the greeting" };
      await stage.ada.call("POST", "/posts", post);
      await others.next("posted", ({ event }) => event === "posted");
      assertEquals(others.events.filter(isEphemeral), []);
    },
  },
  {
    name: "the command and its argument are suggested while it is typed",
    async run({ ada, channel, team }) {
      const suggest = (input: string) =>
        ada.call<readonly Readonly<Record<string, string>>[]>(
          "GET",
          `/teams/${team.id}/commands/autocomplete_suggestions?` +
            new URLSearchParams({ user_input: input, channel_id: channel.id, team_id: team.id }),
        );
      const command = (await suggest("/hel")).find(({ Complete }) => Complete === "hello");
      assertEquals(command?.["Hint"], "[somebody]");
      assertEquals(command?.["Description"], "Greets you, or somebody else");
      const argument = (await suggest("/hello ")).find(({ Complete }) =>
        Complete?.includes("--to")
      );
      assertEquals(argument?.["Description"], "Whom to greet");
    },
  },
];
