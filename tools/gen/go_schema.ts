/**
 * What the Go module has: `gen/go_schema.json`, written by the program in `tools/goschema/`.
 *
 * @module
 */

import { GEN, GO_SCHEMA_TOOL } from "./paths.ts";

/** A parameter or a result. Results have no name. */
export interface GoValue {
  readonly name?: string;
  readonly type: string;
}

/** One method of `plugin.API` or `plugin.Hooks`. */
export interface GoMethod {
  readonly name: string;
  /** The first server version that has it. */
  readonly since: string;
  readonly params: readonly GoValue[];
  readonly results: readonly GoValue[];
}

/** One exported field of a struct. */
export interface GoField {
  readonly name: string;
  readonly type: string;
  /** The whole json tag. */
  readonly json?: string;
  readonly embedded?: boolean;
}

/** One named type. */
export interface GoNamedType {
  readonly package: string;
  readonly kind: string;
  readonly elem?: string;
  readonly key?: string;
  /** The interface by which values encode themselves in gob; "*" before it: pointers only. */
  readonly gob?: string;
  /** The interface by which values encode themselves in JSON; "*" before it: pointers only. */
  readonly json?: string;
  readonly fields?: readonly GoField[];
}

/** The whole file. */
export interface GoSchema {
  readonly module: string;
  readonly version: string;
  readonly api: readonly GoMethod[];
  readonly hooks: readonly GoMethod[];
  /** Types that may be in interfaces, by the names under which gob sends them. */
  readonly registered: readonly { readonly name: string; readonly type: string }[];
  readonly types: Readonly<Record<string, GoNamedType>>;
}

/** The name of the file inside `gen/`. */
export const GO_SCHEMA_FILE = "go_schema.json";

/** Reads the committed file. */
export async function committedGoSchema(): Promise<string> {
  return await Deno.readTextFile(`${GEN}/${GO_SCHEMA_FILE}`);
}

/** Runs the Go program. Null where the machine has no Go. */
export async function freshGoSchema(): Promise<string | null> {
  let output: Deno.CommandOutput;
  try {
    output = await new Deno.Command("go", { args: ["run", "."], cwd: GO_SCHEMA_TOOL }).output();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
  if (output.code !== 0) {
    const why = new TextDecoder().decode(output.stderr).trim();
    throw new Error(`go run . in tools/goschema failed:\n${why}`);
  }
  return new TextDecoder().decode(output.stdout);
}

/** Reads the text of the file. */
export function parseGoSchema(text: string): GoSchema {
  return JSON.parse(text) as GoSchema;
}
