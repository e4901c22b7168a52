/**
 * The documentation of one generated method.
 *
 * @module
 */

import type { DescField } from "@bufbuild/protobuf";
import { commentOf } from "./comments.ts";
import type { Method, Result } from "./methods.ts";
import { doc } from "./source.ts";

/** Who reads the documentation: a caller of the method, or who answers it. */
export type Reader = "caller" | "handler";

/** The documentation comment of a method, indented like a member of an interface. */
export function methodDoc(
  method: Method,
  reader: Reader,
  extra: readonly string[] = [],
  listed: readonly DescField[] = method.rpc.input.fields,
): string {
  return doc([
    commentOf(method.rpc),
    ...extra,
    `Since server ${method.go.since}. In Go: \`${goSignature(method)}\`.`,
    [
      paramDoc(listed),
      // Where the message's fields are not the parameters, they are not the results either.
      listed.length === 0 && method.rpc.input.fields.length > 0 ? "" : returnsDoc(method),
      reader === "caller" ? throwsDoc(method) : "",
    ].filter((text) => text !== "").join("\n"),
  ], "  ");
}

function goSignature({ go }: Method): string {
  const params = go.params.map(({ name, type }) => `${name ?? "_"} ${type}`).join(", ");
  const results = go.results.map(({ type }) => type);
  const after = results.length > 1 ? ` (${results.join(", ")})` : results.map((t) => ` ${t}`);
  return `${go.name}(${params})${after}`;
}

function paramDoc(fields: readonly DescField[]): string {
  const items = fields.filter(isEveryday).map((field) => {
    const comment = oneLine(commentOf(field));
    return `- \`${field.localName}\`${comment ? `: ${comment}` : ""}`;
  });
  return items.length === 0 ? "" : ["@param request", ...items].join("\n");
}

/** Whether authors need the field: not the superseded ones, nor what only transports set. */
function isEveryday(field: DescField): boolean {
  return field.deprecated !== true && !field.name.endsWith("_int64") &&
    !(field.name === "context" && field.message?.name === "RequestContext");
}

function returnsDoc({ results }: Method): string {
  const [only, ...more] = results;
  if (!only) return "";
  if (more.length === 0) return `@returns ${resultDoc(only) || `The ${only.property}.`}`;
  const items = results.map((result) => `- \`${result.property}\`: ${resultDoc(result)}`);
  return ["@returns", ...items].join("\n");
}

function resultDoc({ field, nullWhen }: Result): string {
  return [oneLine(commentOf(field)), nullWhen ? `Null ${nullWhen}` : ""]
    .filter((text) => text !== "").join(" ");
}

function throwsDoc({ go, service }: Method): string {
  const fails = go.results.some(({ type }) => type === "error" || type === "*model.AppError");
  const who = service === "PluginAPI" ? "the server" : "the plugin";
  const error = service === "PluginAPI" ? "PluginAPIError" : "Error";
  return fails
    ? `@throws {${error}} when ${who} answers with an error, or cannot be reached.`
    : `@throws {${error}} only when ${who} cannot be reached: in Go this method returns no error.`;
}

function oneLine(comment: string): string {
  return comment.replace(/\s+/g, " ").trim();
}
