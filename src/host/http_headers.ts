/** HTTP headers of the Web's types for a plugin. @module */

import type { HTTPHeader } from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import { headerLines, toHeaderFields } from "../api/http_fields.ts";

/**
 * The contract's list of headers, one entry a name. Names are in Go's canonical form
 * (`Content-Type`), since Go plugins look them up so.
 *
 * @param leaveOut names in lower case that are not passed on
 */
export function toHTTPHeaders(
  headers: Headers,
  leaveOut: ReadonlySet<string> = new Set(),
): HTTPHeader[] {
  const lines: [string, string][] = [];
  for (const [name, value] of headerLines(headers)) {
    if (!leaveOut.has(name)) lines.push([canonicalName(name), value]);
  }
  return toHeaderFields(lines);
}

/** A header's name as Go writes it: `content-type` is `Content-Type`. */
export function canonicalName(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
