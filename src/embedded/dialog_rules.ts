import type { DialogElement, OpenDialogRequest } from "../contract/mod.ts";

const subtypes = ["", "text", "email", "number", "tel", "url", "password"];
const textLengths: Readonly<Record<string, number>> = {
  text: 150,
  textarea: 3000,
  select: 3000,
  date: 150,
  datetime: 150,
};

/** What is wrong with a dialog; a server sends it all the same, and clients show what they can. */
export function dialogMistakes({ url, triggerId, dialog }: OpenDialogRequest): string[] {
  const mistakes: string[] = [];
  if (url === "") mistakes.push("empty URL");
  if (triggerId === "") mistakes.push("empty trigger id");
  const title = dialog?.title ?? "";
  if (title === "" || bytes(title) > 24) mistakes.push(`invalid dialog title "${title}"`);
  if (dialog?.iconUrl && !/^https?:\/\//.test(dialog.iconUrl)) mistakes.push("invalid icon url");
  const names = new Set<string>();
  for (const element of dialog?.elements ?? []) {
    if (names.has(element.name)) mistakes.push(`duplicate dialog element "${element.name}"`);
    names.add(element.name);
    mistakes.push(
      ...elementMistakes(element).map((mistake) =>
        `"${element.name}" field is not valid: ${mistake}`
      ),
    );
  }
  return mistakes;
}

function elementMistakes(element: DialogElement): string[] {
  const { type, minLength, maxLength, subtype } = element;
  const mistakes: string[] = [];
  const limit = (name: string, text: string, most: number) => {
    if (bytes(text) > most) mistakes.push(`${name} cannot be longer than ${most} characters`);
  };
  if (minLength < 0) mistakes.push(`min length cannot be a negative number, got ${minLength}`);
  if (minLength > maxLength) {
    mistakes.push(`min length should be less then max length, got ${minLength} > ${maxLength}`);
  }
  limit("DisplayName", element.displayName, 24);
  limit("Name", element.name, 300);
  limit("HelpText", element.helpText, 150);
  if (element.multiselect && type !== "select") {
    mistakes.push(`multiselect can only be used with select elements, got type "${type}"`);
  }
  const length = textLengths[type];
  if (length !== undefined) {
    limit("Default", element.default, length);
    limit("Placeholder", element.placeholder, length);
  }
  const has = (value: string) => element.options.some((option) => option.value === value);
  switch (type) {
    case "text":
    case "textarea":
      if (!subtypes.includes(subtype)) mistakes.push(`invalid subtype "${subtype}"`);
      break;
    case "select":
      mistakes.push(...selectMistakes(element, has));
      break;
    case "radio":
      if (element.default !== "" && !has(element.default)) {
        mistakes.push(`default value "${element.default}" doesn't exist in options`);
      }
      break;
    case "bool":
      if (!["", "true", "false"].includes(element.default)) {
        mistakes.push("invalid default of bool");
      }
      limit("Placeholder", element.placeholder, 150);
      break;
    case "date":
    case "datetime":
      break;
    default:
      mistakes.push(`invalid element type: "${type}"`);
  }
  return mistakes;
}

function selectMistakes(element: DialogElement, has: (value: string) => boolean): string[] {
  const { dataSource, dataSourceUrl, options, multiselect } = element;
  if (!["", "users", "channels", "dynamic"].includes(dataSource)) {
    return [`invalid data source "${dataSource}"`];
  }
  if (dataSource === "dynamic") {
    const mistakes: string[] = [];
    if (dataSourceUrl === "") mistakes.push("dynamic data_source requires data_source_url");
    if (options.length > 0) mistakes.push("dynamic select element should not have static options");
    return mistakes;
  }
  if (dataSource !== "" || element.default === "") return [];
  const values = multiselect
    ? element.default.replaceAll(" ", "").split(",").filter((value) => value !== "")
    : [element.default];
  return values.every(has) ? [] : [`default value "${element.default}" doesn't exist in options`];
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
