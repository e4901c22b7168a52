/**
 * What Mattermost's clients show while a person types a command.
 *
 * Its rules: triggers are in lower case; a command has arguments or subcommands, never both;
 * arguments with a place come before those with a name; a text with a place must be marked as
 * required, whether it is or not; no item is empty.
 *
 * @module
 */
import type { JsonObject, MessageInitShape } from "@bufbuild/protobuf";
import type {
  AutocompleteArgSchema,
  AutocompleteDataSchema,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { valueFromJson } from "../contract/json_value.ts";
import type { Say } from "../plugin/context/translate.ts";
import type { ChoiceItem } from "./argument.ts";
import type { CommandNode } from "./command_tree.ts";
import type { NamedArgument } from "./declared_argument.ts";
import { helpWord } from "./help_text.ts";
import { listPath } from "./list_path.ts";
import { argumentHint, listed, shortHint } from "./usage.ts";

type AutocompleteData = MessageInitShape<typeof AutocompleteDataSchema>;
type AutocompleteArg = MessageInitShape<typeof AutocompleteArgSchema>;

/**
 * The data for a command or what follows it.
 *
 * @param say puts it into the one language that it has for everybody
 * @param trigger the word, if not the command's own name
 */
export function autocompleteData(
  node: CommandNode,
  say: Say,
  trigger = node.name,
): AutocompleteData {
  // Everybody's data is the same; the role is what hides from others what is for administrators.
  const children = listed(node, true);
  return {
    trigger,
    hint: shortHint(node, listed(node, node.adminOnly), say),
    helpText: say(node.description),
    roleId: node.adminOnly ? "system_admin" : "system_user",
    ...(node.children === undefined
      ? { arguments: node.arguments.map((named) => argumentData(node, named, say)) }
      : {
        subCommands: [...children.map((child) => autocompleteData(child, say)), ...help(node, say)],
      }),
  };
}

/** `help`, unless the author has one. */
function help(node: CommandNode, say: Say): AutocompleteData[] {
  if (node.children?.has(helpWord)) return [];
  const names = commandsBelow(node).map((words) => ({ value: words.join(" ") }));
  return [{
    trigger: helpWord,
    hint: names.length === 0 ? "" : "[subcommand]",
    helpText: `What ${["", ...node.path].join(" ").replace(" ", "/")} can do`,
    roleId: node.adminOnly ? "system_admin" : "system_user",
    arguments: names.length === 0 ? [] : [{
      name: "",
      helpText: "Which one",
      type: "StaticList",
      required: false,
      data: json({ PossibleArguments: names.map((item) => listItem(item, say)) }),
    }],
  }];
}

/** The words of all that stands below, less what only administrators see if others see this. */
function commandsBelow(node: CommandNode): readonly (readonly string[])[] {
  return listed(node, node.adminOnly).flatMap((child) => [
    [child.name],
    ...commandsBelow(child).map((words) => [child.name, ...words]),
  ]);
}

function argumentData(node: CommandNode, named: NamedArgument, say: Say): AutocompleteArg {
  const { name, argument } = named;
  const common = { name: argument.named ? name : "", helpText: say(argument.description) };
  const required = !argument.optional;
  if (argument.type === "choice") {
    const { values } = argument;
    return typeof values === "function"
      ? {
        ...common,
        required,
        type: "DynamicList",
        data: json({ FetchURL: listPath(node, named) }),
      }
      : {
        ...common,
        required,
        type: "StaticList",
        data: json({ PossibleArguments: values.map((item) => listItem(item, say)) }),
      };
  }
  if (argument.type === "boolean") {
    const items = argument.named ? ["true", "false"] : ["yes", "no"];
    const data = json({ PossibleArguments: items.map((value) => listItem({ value }, say)) });
    return { ...common, required, type: "StaticList", data };
  }
  const pattern = argument.type === "text" ? argument.pattern?.source ?? "" : "";
  return {
    ...common,
    type: "TextInput",
    required: required || !argument.named,
    data: json({ Hint: argumentHint(named, say), Pattern: pattern }),
  };
}

/** An item as Mattermost's JSON has it. */
export function listItem(
  { value, hint = "", description = "" }: ChoiceItem,
  say: Say,
): JsonObject {
  return { Item: value, Hint: say(hint), HelpText: say(description) };
}

function json(data: JsonObject): ReturnType<typeof valueFromJson> {
  return valueFromJson(data);
}
