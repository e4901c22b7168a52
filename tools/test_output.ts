/**
 * What several processes of `deno test` write, as one text to read.
 *
 * @module
 */

import { stripVTControlCharacters } from "node:util";

/**
 * Passes a process's output on in whole files, so that those of another stand between two files and
 * never inside one.
 */
export async function passByFile(
  stream: ReadableStream<Uint8Array>,
  write: (text: string) => void,
): Promise<void> {
  let lines: string[] = [];
  let partial = "";
  const flush = () => {
    if (lines.length > 0) write(`${lines.join("\n")}\n`);
    lines = [];
  };
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const pieces = (partial + text).split("\n");
    partial = pieces.pop() ?? "";
    for (const line of pieces) {
      if (beginsFile(line)) flush();
      lines.push(line);
    }
  }
  if (partial !== "") lines.push(partial);
  flush();
}

function beginsFile(line: string): boolean {
  return /^running \d+ tests? from /.test(stripVTControlCharacters(line));
}
