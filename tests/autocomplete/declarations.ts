/**
 * Commands with everything that can be declared, for what checks their autocomplete data.
 *
 * @module
 */
import { arg } from "../../src/commands/arg.ts";
import type { CommandDeclarations } from "../../src/commands/command_declarations.ts";
import { command, subcommand } from "../../src/commands/subcommand.ts";

const run = () => {};

/** Commands, subcommands and arguments of every kind. */
export const everyKind: CommandDeclarations = {
  every: subcommand({
    description: "Every kind of argument",
    args: {
      dueDate: arg.text({ named: true, optional: true, pattern: /^\d+-\d+$/ }),
      state: arg.choice(["open", {
        value: "in progress",
        hint: "[…]",
        description: "Somebody is at it",
      }]),
      who: arg.user(),
      urgent: arg.boolean(),
      where: arg.channel({ optional: true }),
      what: arg.choice(() => ["x"], { optional: true, description: "From a function" }),
      text: arg.rest({ optional: true, hint: "[what]" }),
      to: arg.number({ named: true }),
    },
    run,
  }),
  bare: command({ description: "Nothing follows", aliases: ["b"], teams: ["acme"], run }),
  admins: {
    description: "For administrators",
    adminOnly: true,
    subcommands: {
      purge: subcommand({ description: "Deletes", run }),
      "größe": {
        description: "Not only ASCII",
        run: subcommand({ description: "d", args: { n: arg.number() }, run }),
        subcommands: {
          list: subcommand({ description: "d", args: { item: arg.choice(() => []) }, run }),
        },
      },
    },
  },
  mixed: {
    description: "Some of it for administrators, some of it hidden",
    subcommands: {
      open: subcommand({ description: "d", args: { yes: arg.boolean({ named: false }) }, run }),
      closed: subcommand({ description: "d", adminOnly: true, run }),
      hidden: subcommand({ description: "d", hidden: true, run }),
    },
  },
  hidden: {
    description: "d",
    hidden: true,
    subcommands: { x: subcommand({ description: "d", run }) },
  },
  "with/slash": subcommand({ description: "d", args: { c: arg.choice(() => ["x"]) }, run }),
};
