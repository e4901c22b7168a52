/**
 * Every method of Go's interfaces, with all parameters and results, has its place.
 *
 * @module
 */

import type { DescField, DescMessage, DescMethod, Registry } from "@bufbuild/protobuf";
import { goStructOf, plain, successorOf } from "../gen/go_fields.ts";
import type { GoMethod, GoSchema } from "../gen/go_schema.ts";
import { serviceNamed } from "../gen/shapes.ts";
import { misfit } from "./can_hold.ts";
import type { ExceptionBook } from "./exceptions.ts";
import type { Outcome } from "./outcome.ts";

type Service = "PluginAPI" | "PluginHooks";

/** Parameters that are fields of the response or of another name than theirs. */
const paramAliases: Readonly<Record<string, string>> = {
  // What a Go plugin writes to the writer is the answer's content.
  "PluginHooks.FileWillBeUploaded.output": "response.modified_content",
  "PluginHooks.FileWillBeUploaded.file": "file_content",
  // Go fills what its argument points at.
  "PluginAPI.LoadPluginConfiguration.dest": "response.config_json",
};

/** Compares one interface with its service. */
export function checkGoMethods(
  protos: Registry,
  schema: GoSchema,
  service: Service,
  book: ExceptionBook,
): Outcome[] {
  const rpcs = serviceNamed(protos, service).methods;
  const methods = service === "PluginAPI" ? schema.api : schema.hooks;
  const missing: string[] = [];
  const values: string[] = [];
  let count = 0;
  for (const go of methods) {
    const rpc = rpcs.find(({ name }) => name === go.name);
    if (!rpc) missing.push(`Go's ${go.name} has no rpc in ${service}`);
    count += go.params.length + go.results.length;
    if (rpc) values.push(...checkValues(schema, service, go, rpc, book));
  }
  const word = service === "PluginAPI" ? "rpcs" : "hooks";
  return [
    { name: word, ours: methods.length - missing.length, theirs: methods.length, gaps: missing },
    {
      name: `${word}' parameters and results`,
      ours: count - values.length,
      theirs: count,
      gaps: values,
    },
  ];
}

function checkValues(
  schema: GoSchema,
  service: Service,
  go: GoMethod,
  rpc: DescMethod,
  book: ExceptionBook,
): string[] {
  const gaps: string[] = [];
  const taken = new Set<DescField>();
  for (const { name = "", type } of go.params) {
    const key = `${service}.${go.name}.${name}`;
    const problem = paramProblem(schema, key, name, type, rpc, taken);
    if (problem && !excused(book, key, type)) gaps.push(`${key}: ${problem}`);
  }
  const free = rpc.output.fields.filter((field) => !isError(field) && !taken.has(field));
  for (const { type } of go.results) {
    const key = `${service}.${go.name} -> ${type}`;
    const problem = resultProblem(schema, type, rpc.output, free);
    if (problem && !excused(book, key, type)) gaps.push(`${key}: ${problem}`);
  }
  return gaps;
}

function excused(book: ExceptionBook, key: string, type: string): boolean {
  return book.covers(key) || book.covers(type.replace("*", ""));
}

function paramProblem(
  schema: GoSchema,
  key: string,
  name: string,
  type: string,
  { input, output }: DescMethod,
  taken: Set<DescField>,
): string | undefined {
  if (goStructOf(schema, input) === type.replace("*", "")) return undefined;
  const alias = paramAliases[key];
  const inResponse = alias?.startsWith("response.");
  const wanted = alias?.replace("response.", "") ?? name;
  const fields = inResponse ? output.fields : input.fields;
  const byName = fields.find((field) => plain(field.name) === plain(wanted));
  const found = (byName && successorOf(byName)) ?? byName ??
    onlyOne(fields.filter((field) => !taken.has(field) && !misfit(schema, type, field)));
  if (!found) return `${input.name} has no place for it`;
  taken.add(found);
  return inResponse && type === "interface {}" ? undefined : misfit(schema, type, found);
}

function onlyOne(fields: readonly DescField[]): DescField | undefined {
  return fields.length === 1 ? fields[0] : undefined;
}

function resultProblem(
  schema: GoSchema,
  type: string,
  output: DescMessage,
  free: DescField[],
): string | undefined {
  if (type === "error" || type === "*model.AppError") {
    return output.fields.some(isError) ? undefined : `${output.name} has no AppError`;
  }
  const next = free.shift();
  return next ? misfit(schema, type, next) : `${output.name} has no place for it`;
}

function isError(field: DescField): boolean {
  return field.name === "error" && field.message?.name === "AppError";
}
