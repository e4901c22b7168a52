/**
 * HTTP header lines between the wire, where texts are Unicode, and `Headers`, whose texts stand for
 * bytes: each character is one byte.
 *
 * @module
 */
import { create } from "@bufbuild/protobuf";
import {
  type HTTPHeader,
  HTTPHeaderSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";

const utf8 = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true });
// deno-lint-ignore no-control-regex -- this is about bytes
const ascii = /^[\x00-\x7f]*$/;

/** A text of the wire as `Headers` takes it. */
export function toByteString(text: string): string {
  return ascii.test(text) ? text : String.fromCharCode(...utf8.encode(text));
}

/** A text of `Headers` as the wire takes it; bytes that are no UTF-8 count as Latin-1. */
export function fromByteString(text: string): string {
  if (ascii.test(text)) return text;
  try {
    return strict.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** Header lines as the wire has them: each name once, with its values in order. */
export function toHeaderFields(lines: Iterable<readonly [string, string]>): HTTPHeader[] {
  const byName = new Map<string, HTTPHeader>();
  for (const [key, value] of lines) {
    const name = key.toLowerCase();
    const known = byName.get(name);
    if (known !== undefined) known.values.push(value);
    else byName.set(name, create(HTTPHeaderSchema, { key, values: [value] }));
  }
  return [...byName.values()];
}

/**
 * `Headers` with the lines of the wire.
 *
 * @param refused told about lines that `Headers` does not take; they are left out
 */
export function toHeaders(
  fields: readonly HTTPHeader[],
  refused: (name: string) => void = () => {},
): Headers {
  const headers = new Headers();
  for (const { key, values } of fields) {
    for (const value of values) {
      try {
        headers.append(key, toByteString(value));
      } catch {
        refused(key);
      }
    }
  }
  return headers;
}

/** The lines of `Headers`, for the wire; several cookies are several lines. */
export function* headerLines(headers: Headers): Iterable<[string, string]> {
  for (const [name, value] of headers) yield [name, fromByteString(value)];
}
