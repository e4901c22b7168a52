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
    withoutSince(method),
    ...extra,
    `Since Mattermost ${method.go.since}. In Go: \`${goSignature(method)}\`.`,
    [
      paramDoc(listed),
      // Where the message's fields are not the parameters, they are not the results either.
      listed.length === 0 && method.rpc.input.fields.length > 0 ? "" : returnsDoc(method),
      reader === "caller" ? throwsDoc(method) : "",
    ].filter((text) => text !== "").join("\n"),
  ], "  ");
}

/** The comment of the rpc without its last line, which says since when; the tables know that too. */
function withoutSince({ go, rpc }: Method): string {
  const comment = commentOf(rpc);
  const said = /^Since Mattermost (\d+(?:\.\d+)*)\.$/m.exec(comment);
  if (said && said[1] !== go.since) {
    throw new Error(
      `The comment of ${go.name} says since Mattermost ${said[1]}, the Go module ${go.since}.`,
    );
  }
  return said ? comment.replace(said[0], "").trim() : comment;
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
  // What the wire's empty value means is said by null here.
  const comment = oneLine(commentOf(field));
  const [first = ""] = comment.split(/(?<=\.) /);
  return [nullWhen ? first : comment, nullWhen ? `Null ${nullWhen}` : ""]
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
