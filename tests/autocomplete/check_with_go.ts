/**
 * Has Mattermost's own code check autocomplete data.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import { buildGoProgram } from "../support/go_program.ts";
import { runProgram } from "../support/run_program.ts";

/** The program beside this file, with the module that the contract is made of. */
const sources = ["go/main.go", "../gob/go/go.mod", "../gob/go/go.sum"]
  .map((name) => new URL(name, import.meta.url));

/** What is wrong with each; empty for those that are good. */
export async function checkWithGo(data: readonly JsonValue[]): Promise<string[]> {
  const program = await buildGoProgram("autocomplete", sources);
  const input = new TextEncoder().encode(JSON.stringify(data));
  return JSON.parse(await runProgram(program, [], input));
}
