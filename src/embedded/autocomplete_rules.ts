import { toJson } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import type { AutocompleteArg, AutocompleteData } from "../contract/mod.ts";
import { isUnknownObject } from "./json_values.ts";

const roles: readonly string[] = ["", "system_user", "system_admin"];

/**
 * Finds what a Mattermost server would refuse in the autocomplete data of a command.
 *
 * @param path Where the data stands, for the message.
 * @returns What is wrong, or undefined.
 */
export function autocompleteMistake(
  data: AutocompleteData,
  path = "autocompleteData",
): string | undefined {
  if (data.trigger === "") return `${path}.trigger is empty.`;
  if (data.trigger !== data.trigger.toLowerCase()) {
    return `${path}.trigger "${data.trigger}" must be in lower case.`;
  }
  if (!roles.includes(data.roleId)) {
    return `${path}.roleId "${data.roleId}" must be "system_user", "system_admin" or nothing.`;
  }
  if (data.arguments.length > 0 && data.subCommands.length > 0) {
    return `${path} has arguments and subCommands; a command has one or the other.`;
  }
  let named = false;
  for (const [i, argument] of data.arguments.entries()) {
    const place = `${path}.arguments[${i}]`;
    if (argument.name !== "") named = true;
    else if (named) return `${place} has no name, but one before it has: put named ones last.`;
    const mistake = argumentMistake(argument, place);
    if (mistake) return mistake;
  }
  for (const [i, subCommand] of data.subCommands.entries()) {
    const mistake = autocompleteMistake(subCommand, `${path}.subCommands[${i}]`);
    if (mistake) return mistake;
  }
  return undefined;
}

function argumentMistake(argument: AutocompleteArg, place: string): string | undefined {
  const data: unknown = argument.data && toJson(ValueSchema, argument.data);
  switch (argument.type) {
    case "TextInput":
      return argument.name === "" && !argument.required
        ? `${place} is a text without a name, so it must be required.`
        : undefined;
    case "StaticList": {
      const choices = isUnknownObject(data) ? data["PossibleArguments"] : undefined;
      if (!Array.isArray(choices)) {
        return `${place}.data must be { PossibleArguments: [{ Item, Hint, HelpText }] }.`;
      }
      const empty = choices.findIndex((choice) => !isUnknownObject(choice) || !choice["Item"]);
      return empty < 0 ? undefined : `${place}.data.PossibleArguments[${empty}].Item is empty.`;
    }
    case "DynamicList": {
      const url = isUnknownObject(data) ? data["FetchURL"] : undefined;
      return typeof url === "string" && url !== ""
        ? undefined
        : `${place}.data must be { FetchURL } with the path that gives the choices.`;
    }
    default:
      return `${place}.type "${argument.type}" must be TextInput, StaticList or DynamicList.`;
  }
}
