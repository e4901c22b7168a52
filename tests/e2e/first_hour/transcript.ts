/**
 * What commands print, with stable words for all that differs from run to run.
 *
 * @module
 */
import { PACKAGE_NAME } from "../../../src/bundle/own_package.ts";
import { PACKAGE_VERSION } from "../../../src/bundle/package_version.ts";

/** Where the commands ran. */
export interface Place {
  /** The folder that stands for the user's home. */
  readonly home: string;
  /** The server's address. */
  readonly server: string;
}

/** Stands for what differs. */
export const VARIES = "…";

/** What Deno tells of its downloads, which come in any order. */
const PROGRESS = /^(Download|Initialize|Unzip) /;

/** A line of a stack, unless it is in the user's own files. */
const FOREIGN_FRAME = /^\s+at (?!.*~\/)/;

const RULES: readonly (readonly [RegExp, string])[] = [
  // This checkout's command line is the one of the package.
  [
    /deno run -A \S*\/tools\/run\.ts run -A \S*\/src\/cli\/mod\.ts/g,
    `deno run -A jsr:${PACKAGE_NAME}@^${PACKAGE_VERSION}/cli`,
  ],
  [/\b\d+(?:\.\d+)?( ?)ms\b/g, `${VARIES}$1ms`],
  [/\((?:\d+m)?\d+s\)/g, `(${VARIES}ms)`],
  [/\b\d+(?:\.\d+)? KiB\b/g, `${VARIES} KiB`],
  [/\b[0-9a-f]{64}\b/g, VARIES],
  [/\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \S+/g, VARIES],
  [/\bnpm:(\S+)@\d+\.\d+\.\d+/g, `npm:$1@${VARIES}`],
  // The line that an error comes from, with a sign below it.
  [/^.*\n\s*\^+\n/gm, ""],
  [/\b[a-z0-9]{26}\b/g, VARIES],
  [/\bpid=\d+/g, `pid=${VARIES}`],
  [/[ \t]+$/gm, ""],
];

/** The output as it stands in the transcript. */
export function stableOutput(output: string, { home, server }: Place): string {
  let text = output.replaceAll(`file://${home}/`, "~/").replaceAll(home, "~");
  text = text.replaceAll(server, server.replace(/\d+$/, VARIES));
  for (const [pattern, word] of RULES) text = text.replace(pattern, word);
  const lines = text.split("\n").filter((line) =>
    !PROGRESS.test(line) && !FOREIGN_FRAME.test(line)
  );
  return lines.join("\n").replace(/^\n+/, "").trimEnd();
}
