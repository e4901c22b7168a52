import { create, toJson } from "@bufbuild/protobuf";
import { assertEquals } from "@std/assert";
import { type AutocompleteData, AutocompleteDataSchema } from "../contract/mod.ts";
import { autocompleteMistake } from "../embedded/autocomplete_rules.ts";
import { everyKind } from "../../tests/autocomplete/declarations.ts";
import { arg } from "./arg.ts";
import { autocompleteData } from "./autocomplete.ts";
import type { CommandDeclarations } from "./command_declarations.ts";
import { commandTree } from "./command_tree.ts";
import { subcommand } from "./subcommand.ts";

function dataOf(declarations: CommandDeclarations, name: string): AutocompleteData {
  const node = commandTree(declarations).find((each) => each.name === name);
  if (node === undefined) throw new Error(`no ${name}`);
  return create(AutocompleteDataSchema, autocompleteData(node, String));
}

/** As Mattermost has it, without what is empty. */
const shown = (data: AutocompleteData) => toJson(AutocompleteDataSchema, data);

const run = () => {};

Deno.test("the data of a tree has its subcommands, and the help", () => {
  const data = dataOf({
    todo: {
      description: "Your todos",
      subcommands: {
        add: subcommand({
          description: "Adds one",
          aliases: ["new"],
          args: { text: arg.rest() },
          run,
        }),
        purge: subcommand({ description: "Deletes all", adminOnly: true, run }),
        secret: subcommand({ description: "Nobody is told", hidden: true, run }),
      },
    },
  }, "todo");
  assertEquals(shown(data), {
    trigger: "todo",
    hint: "add",
    helpText: "Your todos",
    roleId: "system_user",
    subCommands: [
      {
        trigger: "add",
        hint: "<text…>",
        helpText: "Adds one",
        roleId: "system_user",
        arguments: [{ type: "TextInput", required: true, data: { Hint: "[text]", Pattern: "" } }],
      },
      { trigger: "purge", helpText: "Deletes all", roleId: "system_admin" },
      {
        trigger: "help",
        hint: "[subcommand]",
        helpText: "What /todo can do",
        roleId: "system_user",
        arguments: [{
          helpText: "Which one",
          type: "StaticList",
          data: { PossibleArguments: [{ Item: "add", Hint: "", HelpText: "" }] },
        }],
      },
    ],
  });
});

Deno.test("the help names what is below groups, and an author's own help takes its place", () => {
  const nested = dataOf({
    a: {
      description: "d",
      subcommands: {
        b: { description: "d", subcommands: { c: subcommand({ description: "d", run }) } },
      },
    },
  }, "a");
  const help = nested.subCommands.find(({ trigger }) => trigger === "help");
  assertEquals(toJson(AutocompleteDataSchema, help as AutocompleteData), {
    trigger: "help",
    hint: "[subcommand]",
    helpText: "What /a can do",
    roleId: "system_user",
    arguments: [{
      helpText: "Which one",
      type: "StaticList",
      data: {
        PossibleArguments: ["b", "b c"].map((Item) => ({ Item, Hint: "", HelpText: "" })),
      },
    }],
  });
  assertEquals(
    nested.subCommands[0]?.subCommands.map(({ trigger, helpText }) => [trigger, helpText]),
    [["c", "d"], ["help", "What /a b can do"]],
  );
  const own = dataOf({
    a: { description: "d", subcommands: { help: subcommand({ description: "Mine", run }) } },
  }, "a");
  assertEquals(own.subCommands.map(({ trigger, helpText }) => [trigger, helpText]), [
    ["help", "Mine"],
  ]);
});

Deno.test("arguments with a place come first, and texts among them are always required", () => {
  const data = dataOf(everyKind, "every");
  assertEquals(data.arguments.map(({ name, type, required }) => [name, type, required]), [
    ["", "StaticList", true],
    ["", "TextInput", true],
    ["", "TextInput", true],
    ["", "DynamicList", false],
    ["", "TextInput", true],
    ["due-date", "TextInput", false],
    ["urgent", "StaticList", false],
    ["to", "TextInput", true],
  ]);
});

Deno.test("a long list of subcommands is not the hint", () => {
  const names = Array.from({ length: 20 }, (_, index) => `subcommand${index}`);
  const subcommands = Object.fromEntries(
    names.map((name) => [name, subcommand({ description: "d", run })]),
  );
  assertEquals(dataOf({ a: { description: "d", subcommands } }, "a").hint, "[subcommand]");
});

Deno.test("no data breaks a rule of the server", () => {
  for (const node of commandTree(everyKind as CommandDeclarations<never>)) {
    const data = create(AutocompleteDataSchema, autocompleteData(node, String));
    assertEquals(autocompleteMistake(data), undefined, node.name);
  }
});
