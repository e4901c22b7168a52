/**
 * Compares our codecs with Go's, struct by struct, both ways.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import type { Message } from "@bufbuild/protobuf";
import { createGobEncoder } from "../../src/netrpc/gob/encoder.ts";
import type { GoValue } from "../contract/message_from_go.ts";
import { testSeed } from "../support/seed.ts";
import { buildProgram, type ModuleVersion } from "./build_program.ts";
import { difference, expectedMessage } from "./expected_message.ts";
import { runProgram } from "../support/run_program.ts";
import { decodeAll, type Line, schema, type Struct, structs } from "./structs.ts";

/** How many random values of each struct. */
const PER_TYPE = Number(Deno.env.get("GOB_ROUNDS") || "20");

/** Compares all structs that this version of the module has; gives how many. */
export async function compareStructs(
  t: Deno.TestContext,
  version: ModuleVersion,
): Promise<number> {
  const program = await buildProgram(version);
  const names = JSON.parse(await runProgram(program, ["names"])) as string[];
  const known = structs.filter(({ goName }) => names.includes(goName));
  const seed = testSeed();
  console.log(`seed ${seed}: ${PER_TYPE} random values of each of ${known.length} structs`);
  const text = await runProgram(program, [
    "values",
    `${seed}`,
    `${PER_TYPE}`,
    ...known.map(({ goName }) => goName),
  ]);
  const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line) as Line);
  assertEquals(lines.length, known.length);
  const answers: string[] = [];
  for (const [at, struct] of known.entries()) {
    await t.step(struct.goName, () => {
      const line = lines[at] as Line;
      const exact = version === "v0.4.2";
      const messages = compareWithGo(struct, line, exact);
      const stream = Uint8Array.fromBase64(line.stream);
      for (const chunk of [1, 7, 1000]) {
        assertEquals(decodeAll(struct.type, stream, chunk), messages, `chunks of ${chunk}`);
      }
      const encoder = createGobEncoder();
      const bytes = messages.flatMap((message) => [...encoder.encode(struct.type, message)]);
      const again = decodeAll(struct.type, new Uint8Array(bytes), 100);
      // We name all fields that we know, an older server fewer: nil and zero are then not the same.
      if (exact) assertEquals(again, messages, "our own bytes");
      else assertEquals(again.length, messages.length);
      answers.push(JSON.stringify({ type: line.type, stream: new Uint8Array(bytes).toBase64() }));
    });
  }
  await t.step("what we sent has the same values for Go", async () => {
    const said = await runProgram(
      program,
      ["check", `${seed}`, `${PER_TYPE}`],
      new TextEncoder().encode(`${answers.join("\n")}\n`),
    );
    assert(said === "0 types differ\n", said);
  });
  return known.length;
}

function compareWithGo(struct: Struct, line: Line, exact: boolean): Message[] {
  const stream = Uint8Array.fromBase64(line.stream);
  const desc = struct.isArgs ? struct.method.rpc.input : struct.method.rpc.output;
  const messages = decodeAll(struct.type, stream, stream.length);
  assertEquals(messages.length, line.values.length);
  messages.forEach((message, at) => {
    const given = line.values[at] as Record<string, GoValue>;
    const { message: expected, json } = expectedMessage(schema, desc, struct.values, given);
    const plain = { ...message } as unknown as Record<string, unknown>;
    for (const [{ field, json: place }, go] of json) {
      const name = field?.localName ?? "";
      const inner = place?.inner?.localName;
      const outer = plain[name] as Record<string, Uint8Array> | undefined;
      const bytes = (inner === undefined ? plain[name] : outer?.[inner]) as Uint8Array | undefined;
      const ours = bytes === undefined || bytes.length === 0
        ? null
        : JSON.parse(new TextDecoder().decode(bytes));
      assertEquals(difference(ours, go), undefined, `value ${at}, ${name}`);
      plain[name] = (expected as unknown as Record<string, unknown>)[name];
      if (plain[name] === undefined) delete plain[name];
    }
    if (exact) assertEquals(plain, { ...expected } as unknown, `value ${at}`);
    else assertEquals(difference(plain, { ...expected }), undefined, `value ${at}`);
  });
  return messages;
}
