/** Checks of commands that a plugin declares. @module */
import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post, PostList } from "../client/models.ts";
import type { Person } from "../client/rest.ts";
import type { Stage } from "../stage.ts";
import { greet } from "./commands.ts";

type Suggestion = Readonly<Record<"Complete" | "Suggestion" | "Hint" | "Description", string>>;

/** What the server suggests while somebody types, in its order. */
function suggested(
  { channel, team }: Stage,
  person: Person,
  input: string,
): Promise<readonly Suggestion[]> {
  const query = { user_input: input, channel_id: channel.id, team_id: team.id };
  return person.call(
    "GET",
    `/teams/${team.id}/commands/autocomplete_suggestions?${new URLSearchParams(query)}`,
  );
}

async function completions(stage: Stage, person: Person, input: string): Promise<string[]> {
  return (await suggested(stage, person, input)).map(({ Complete }) => Complete);
}

export const declaredCommands: readonly Check[] = [
  {
    name: "declared commands are suggested from their tree: subcommands, choices, names, the help",
    only: "deno",
    async run(stage) {
      const { ada, admin } = stage;
      assertEquals(await completions(stage, ada, "/tre"), ["tree"]);
      // Aliases work, but are not offered.
      assertEquals(await completions(stage, ada, "/shrub"), []);
      assertEquals(await completions(stage, ada, "/tree "), [
        "tree echo",
        "tree find",
        "tree say",
        "tree fail",
        "tree help",
      ]);
      assertEquals(await completions(stage, admin, "/tree f"), [
        "tree find",
        "tree fell",
        "tree fail",
      ]);
      assertEquals((await suggested(stage, ada, "/tree echo ")).map((each) => each.Description), [
        "Anybody",
      ]);
      assertEquals(await completions(stage, ada, "/tree echo @bob ~talk "), [
        "tree echo @bob ~talk open",
        "tree echo @bob ~talk in progress",
      ]);
      const after = await suggested(stage, ada, "/tree echo @bob ~talk in progress word ");
      assertEquals(after.map(({ Suggestion, Description }) => [Suggestion, Description]), [
        ["--loud", "In capitals"],
      ]);
      assertEquals(await completions(stage, ada, "/tree help e"), ["tree help echo"]);
    },
  },
  {
    name: "a declared choice's values come from the plugin while somebody types, for that person",
    only: "deno",
    async run(stage) {
      const found = await suggested(stage, stage.ada, "/tree find ");
      assertEquals(found.map(({ Complete, Hint, Description }) => [Complete, Hint, Description]), [
        ["tree find books", "", ""],
        [`tree find "old books"`, "#2", "From the cellar"],
        [`tree find ${stage.ada.id}`, "", ""],
      ]);
      assertEquals(await completions(stage, stage.ada, `/tree find "old books" `), [
        `tree find "old books" --depth `,
      ]);
      const path = "/plugins/com.example.exerciser/_plugin/commands/tree/find/subject";
      const direct = await fetch(`${stage.mattermost.url}${path}`);
      assertEquals(direct.status, 401);
      await direct.body?.cancel();
    },
  },
  {
    name: "a declared command gets its arguments, with people and channels as ids",
    only: "deno",
    async run(stage) {
      const { ada, bob, channel, team } = stage;
      const line = `/TREE Echo @bob, ~talk in progress say "it" --loud now`;
      assertEquals(JSON.parse(await greet(stage, line)), {
        who: bob.id,
        where: channel.id,
        state: "in progress",
        loud: true,
        text: `say "it" now`,
        userId: ada.id,
        channelId: channel.id,
        teamId: team.id,
      });
      assertEquals(await greet(stage, `/shrub find "old books" --depth 3`), "old books, 3 deep");
      assertEquals(await greet(stage, "/local"), "here");
    },
  },
  {
    name: "what is wrong with a declared command is said to its caller alone",
    only: "deno",
    async run(stage) {
      assertEquals(
        await greet(stage, "/tree fnd x"),
        "There is no `/tree fnd`; did you mean `/tree find`?\n" +
          "Usage: `/tree echo | find | say | fail`",
      );
      assertStringIncludes(
        await greet(stage, "/tree help"),
        "- `/tree say <text>`: Says it to all",
      );
      assertEquals(
        await greet(stage, "/tree fell"),
        "`/tree fell` cannot be run: it is for system administrators.",
      );
      const failed = await greet(stage, "/tree fail");
      assertEquals(/the request `[a-z0-9]{26}`\.$/.test(failed), true, failed);
      assertEquals(failed.includes("axe"), false);
      await stage.ada.call("POST", "/commands/execute", {
        channel_id: stage.channel.id,
        team_id: stage.team.id,
        command: `/tree say "for all of you"`,
      });
      const { order, posts } = await stage.ada.call<PostList>(
        "GET",
        `/channels/${stage.channel.id}/posts?per_page=1`,
      );
      const last: Post | undefined = posts[order[0] ?? ""];
      assertEquals([last?.message, last?.user_id], ["for all of you", stage.ada.id]);
    },
  },
];
