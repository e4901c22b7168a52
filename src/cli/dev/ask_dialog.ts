import type { JsonValue } from "@bufbuild/protobuf";
import type { DialogElement } from "../../contract/mod.ts";
import type { OpenedDialog, SubmitResult } from "../../testing/dialogs.ts";
import { clientMistakes } from "../../testing/dialog_values.ts";
import type { TestClient } from "../../testing/client.ts";
import type { CommandIO } from "../command_io.ts";
import { printableLines } from "./trace_lines.ts";

/** What closes a dialog instead of filling it in. */
export const CLOSE = ".";

/** Finds the id of whom or what a name means in a menu of people or channels. */
export type FindByName = (kind: "users" | "channels", name: string) => Promise<string>;

/**
 * Asks for the fields of a dialog, one after the other, sends it off, and asks again for what its
 * plugin does not accept; then for the dialog that follows.
 */
export async function askDialog(
  first: OpenedDialog,
  client: TestClient,
  io: CommandIO,
  find: FindByName,
): Promise<void> {
  let dialog: OpenedDialog | null = first;
  while (dialog !== null) {
    const shown: OpenedDialog = dialog;
    const { title, introductionText, elements } = shown;
    io.out(`dialog ${io.paint.bold(printableLines(title))} (${CLOSE} closes it)`);
    if (introductionText !== "") io.out(`  ${printableLines(introductionText)}`);
    const values: Record<string, JsonValue> = {};
    let wanted: readonly DialogElement[] = elements;
    let result: SubmitResult | undefined;
    while (result === undefined) {
      for (const element of wanted) {
        const value = await askElement(element, shown, values, client, io, find);
        if (value === undefined) {
          await client.cancel(shown);
          io.out(`dialog ${printableLines(title)} is closed`);
          return;
        }
        values[element.name] = value;
      }
      const answer: SubmitResult = await client.submit(shown, withoutEmpty(values));
      const errors = Object.entries(answer.errors ?? {});
      if (answer.error) io.out(io.paint.red(`  ${printableLines(answer.error)}`));
      for (const [name, text] of errors) {
        io.out(io.paint.red(`  ${name}: ${printableLines(text)}`));
      }
      if (!answer.error && errors.length === 0) result = answer;
      else {
        const faulty = elements.filter(({ name }) => errors.some(([field]) => field === name));
        wanted = faulty.length > 0 ? faulty : elements;
        // A dialog without fields that is refused would be sent off for ever.
        if (wanted.length === 0) return;
      }
    }
    if (result.next === null) io.out(`dialog ${printableLines(title)} is sent`);
    dialog = result.next;
  }
}

/** The value of one field; undefined where the dialog is closed. */
async function askElement(
  element: DialogElement,
  dialog: OpenedDialog,
  values: Readonly<Record<string, JsonValue>>,
  client: TestClient,
  io: CommandIO,
  find: FindByName,
): Promise<JsonValue | undefined> {
  const label = printableLines(element.displayName || element.name);
  const before = values[element.name] ?? element.default;
  const hint = before === "" || before === null ? "" : ` [${shownValue(before)}]`;
  for (;;) {
    const line = await io.line(`  ${label}${choices(element)}${hint}: `);
    if (line === undefined || line.trim() === CLOSE) return undefined;
    const text = line.trim();
    try {
      const value = text === ""
        ? emptyValue(element, values[element.name])
        : await valueOf(element, text, dialog, values, client, find);
      const [mistake] = clientMistakes({ ...dialog, elements: [element] }, {
        [element.name]: value,
      });
      if (mistake === undefined) return value;
      io.out(io.paint.red(`  ${mistake}`));
    } catch (error) {
      io.out(io.paint.red(`  ${error instanceof Error ? error.message : error}`));
    }
  }
}

function choices({ type, options, dataSource, optional }: DialogElement): string {
  const what = type === "bool"
    ? "yes or no"
    : options.length > 0
    ? options.map(({ text }) => printableLines(text)).join(", ")
    : dataSource;
  const all = [what, optional ? "may be empty" : ""].filter((each) => each !== "");
  return all.length === 0 ? "" : ` (${all.join("; ")})`;
}

function emptyValue({ type, default: initial }: DialogElement, before?: JsonValue): JsonValue {
  if (before !== undefined) return before;
  if (type === "bool") return initial.toLowerCase() === "true";
  return initial === "" ? null : initial;
}

async function valueOf(
  element: DialogElement,
  text: string,
  dialog: OpenedDialog,
  values: Readonly<Record<string, JsonValue>>,
  client: TestClient,
  find: FindByName,
): Promise<JsonValue> {
  const { type, subtype, multiselect, dataSource } = element;
  if (type === "bool") {
    if (/^(y|yes|true)$/i.test(text)) return true;
    if (/^(n|no|false)$/i.test(text)) return false;
    throw new TypeError(`yes or no is expected, not "${text}"`);
  }
  if (type === "text" || type === "textarea") {
    return subtype === "number" && Number.isFinite(Number(text)) ? Number(text) : text;
  }
  if (type !== "select" && type !== "radio") return text;
  const one = async (word: string): Promise<string> => {
    if (dataSource === "users" || dataSource === "channels") return await find(dataSource, word);
    const offered = dataSource === "dynamic"
      ? await client.lookup(dialog, element.name, word, { values: withoutEmpty(values) })
      : element.options;
    const meant = offered.find((option) => option.text === word || option.value === word);
    if (meant !== undefined) return meant.value;
    const all = offered.map((option) => `"${option.text}"`).join(", ");
    throw new TypeError(`"${word}" is not offered; there is ${all || "nothing"}`);
  };
  if (!multiselect) return await one(text);
  return await Promise.all(text.split(",").map((word) => one(word.trim())));
}

function withoutEmpty(values: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function shownValue(value: JsonValue): string {
  return typeof value === "string" ? printableLines(value) : JSON.stringify(value);
}
