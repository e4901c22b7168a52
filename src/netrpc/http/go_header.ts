/**
 * Go's `http.Header`: a map from a name to its values.
 *
 * @module
 */
import { create } from "@bufbuild/protobuf";
import {
  type HTTPHeader,
  HTTPHeaderSchema,
} from "../../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import { gobMap, gobSlice, gobString, type GobType } from "../gob/types.ts";

/** A header as gob carries it. */
export type GoHeader = { readonly [name: string]: readonly string[] };

/**
 * `http.Header`. One without lines is sent as well, as Go does: left out it would be nil, and a server
 * that then adds a line of its own panics.
 */
export const goHeader: GobType<GoHeader> = {
  ...gobMap(gobString, gobSlice(gobString)) as GobType<GoHeader>,
  isZero: () => false,
};

/** Header lines in Go's form. */
export function toGoHeader(headers: readonly HTTPHeader[]): GoHeader {
  return addHeaders({}, headers);
}

/** The header with lines added; names are compared as Go does, in their canonical form. */
export function addHeaders(header: GoHeader, headers: readonly HTTPHeader[]): GoHeader {
  const all = new Map(Object.entries(header));
  for (const { key, values } of headers) {
    const name = canonicalName(key);
    all.set(name, [...all.get(name) ?? [], ...values]);
  }
  return Object.fromEntries(all);
}

/** The first value of a header line; the name is in its canonical form. */
export function headerValue(header: GoHeader, name: string): string | undefined {
  return Object.hasOwn(header, name) ? header[name]?.[0] : undefined;
}

/** Header lines of the contract. */
export function fromGoHeader(header: GoHeader): HTTPHeader[] {
  return Object.entries(header).map(([key, values]) =>
    create(HTTPHeaderSchema, { key, values: [...values] })
  );
}

/** `textproto.CanonicalMIMEHeaderKey`: `x-request-ID` is `X-Request-Id`. */
export function canonicalName(name: string): string {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return name;
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
