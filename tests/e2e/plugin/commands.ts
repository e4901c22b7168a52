/** Declared commands, for what the server makes of their autocomplete data and their answers. */
import { arg, command, ephemeral, inChannel, subcommand } from "@mattermost-deno/plugin";

const subjects = ["books", { value: "old books", hint: "#2", description: "From the cellar" }];

/** A tree with arguments of every kind. */
export const tree = {
  description: "A tree of commands",
  aliases: ["shrub"],
  subcommands: {
    echo: subcommand({
      description: "Says what it was given",
      args: {
        who: arg.user({ description: "Anybody" }),
        where: arg.channel(),
        state: arg.choice(["open", "in progress"]),
        loud: arg.boolean({ description: "In capitals" }),
        text: arg.rest(),
      },
      run: (values, { userId, channelId, teamId }) =>
        ephemeral(JSON.stringify({ ...values, userId, channelId, teamId })),
    }),
    find: subcommand({
      description: "Finds it",
      args: {
        subject: arg.choice((_input, { userId }) => [...subjects, userId], {
          description: "What to find",
        }),
        depth: arg.number({ named: true, default: 1 }),
      },
      run: ({ subject, depth }) => `${subject}, ${depth} deep`,
    }),
    say: subcommand({
      description: "Says it to all",
      args: { text: arg.text() },
      run: ({ text }) => inChannel(text),
    }),
    fell: subcommand({ description: "Fells it", adminOnly: true, run: () => "Timber!" }),
    fail: subcommand({
      description: "Fails",
      run: () => {
        throw new Error("the axe is blunt");
      },
    }),
  },
};

/** A command of one team. */
export const local = command({ description: "Here only", teams: ["acme"], run: () => "here" });
