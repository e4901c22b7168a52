/** HTTP headers between the Web's types and the contract's. @module */

import { create } from "@bufbuild/protobuf";
import {
  type HTTPHeader,
  HTTPHeaderSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";

/**
 * The contract's list of headers, one entry a name. Names are in Go's canonical form
 * (`Content-Type`), since Go plugins look them up so.
 */
export function toHTTPHeaders(
  headers: Headers,
  leaveOut: ReadonlySet<string> = new Set(),
): HTTPHeader[] {
  const byName = new Map<string, string[]>();
  for (const [name, value] of headers) {
    if (leaveOut.has(name.toLowerCase())) continue;
    const canonical = canonicalName(name);
    const values = byName.get(canonical);
    if (values) values.push(value);
    else byName.set(canonical, [value]);
  }
  return [...byName].map(([key, values]) => create(HTTPHeaderSchema, { key, values }));
}

/** The Web's headers; `refused` takes the name of each one that the Web's type does not accept. */
export function fromHTTPHeaders(
  list: readonly HTTPHeader[],
  refused: (name: string) => void,
): Headers {
  const headers = new Headers();
  for (const { key, values } of list) {
    for (const value of values) {
      try {
        headers.append(key, value);
      } catch {
        refused(key);
      }
    }
  }
  return headers;
}

/** A header's name as Go writes it: `content-type` is `Content-Type`. */
export function canonicalName(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
