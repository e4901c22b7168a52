import { create, type JsonObject } from "@bufbuild/protobuf";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { arg } from "../../src/commands/arg.ts";
import type { ArgumentDeclarations } from "../../src/commands/argument.ts";
import { autocompleteData } from "../../src/commands/autocomplete.ts";
import type {
  CommandDeclarations,
  SubcommandDeclarations,
} from "../../src/commands/command_declarations.ts";
import { commandTree } from "../../src/commands/command_tree.ts";
import { subcommand } from "../../src/commands/subcommand.ts";
import { AutocompleteDataSchema, json } from "../../src/contract/mod.ts";
import { needing } from "../support/needs.ts";
import { type Random, seededRandom } from "../support/seed.ts";
import { checkWithGo } from "./check_with_go.ts";
import { everyKind } from "./declarations.ts";

function dataOf(declarations: CommandDeclarations): JsonObject[] {
  return commandTree(declarations as CommandDeclarations<never>).map((node) =>
    json(create(AutocompleteDataSchema, autocompleteData(node, String)))
  );
}

Deno.test(
  await needing(["go"], {
    name: "Mattermost's own code finds nothing wrong with the autocomplete data of any command",
    async fn() {
      const random = seededRandom("trees of commands");
      const trees = Object.fromEntries(
        Array.from({ length: 300 }, (_, index) => [`tree${index}`, randomTree(random)]),
      );
      const all = [...dataOf(everyKind), ...dataOf(trees)];
      const mistakes = await checkWithGo(all);
      assertEquals(mistakes.length, all.length);
      assertEquals(mistakes.filter((text) => text !== ""), []);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "and it finds what is wrong",
    async fn() {
      const [good = {}] = dataOf({
        a: subcommand({ description: "d", args: { t: arg.text() }, run }),
      });
      const [upper, both] = await checkWithGo([
        { ...good, Trigger: "A" },
        { ...good, SubCommands: [{ ...good, Arguments: [] }] },
      ]);
      assertStringIncludes(upper ?? "", "lowercase");
      assertStringIncludes(both ?? "", "arguments and subcommands");
    },
  }),
);

const run = () => {};

const kinds = [
  (random: Random) => arg.text(optional(random)),
  (random: Random) => arg.number(optional(random)),
  (random: Random) => arg.boolean(optional(random)),
  (random: Random) => arg.user(optional(random)),
  (random: Random) => arg.choice(["a", "b c"], optional(random)),
  (random: Random) => arg.choice(() => [], optional(random)),
] as const;

function optional(random: Random): { named: true; optional: true } {
  // Any order is possible if all are given by name; those with a place have one of their own below.
  return { named: true, optional: true, ...(random.next() < 0.5 ? { description: "What" } : {}) };
}

function randomTree(random: Random, depth = 0): CommandDeclarations[string] {
  const facts = {
    description: `Level ${depth}`,
    hidden: random.next() < 0.1,
    adminOnly: random.next() < 0.2,
  };
  if (depth === 3 || random.next() < 0.4) {
    return subcommand({ ...facts, args: randomArguments(random), run });
  }
  const names = Array.from({ length: random.integer(1, 4) }, (_, index) => `sub${depth}-${index}`);
  const subcommands = Object.fromEntries(
    names.map((name) => [name, randomTree(random, depth + 1)]),
  ) as SubcommandDeclarations;
  return { ...facts, subcommands };
}

function randomArguments(random: Random): ArgumentDeclarations {
  const named = Array.from(
    { length: random.integer(0, 3) },
    (_, index) => [`named${index}`, random.pick(kinds)(random)] as const,
  );
  const placed = [
    ["first", arg.text()],
    ["second", arg.choice(["x"], { default: "x" })],
    ["third", arg.rest({ optional: true })],
  ] as const;
  return Object.fromEntries([...named, ...placed.slice(0, random.integer(0, 3))]);
}
