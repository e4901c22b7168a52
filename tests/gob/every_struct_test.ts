import { assert, assertEquals } from "@std/assert";
import type { Message } from "@bufbuild/protobuf";
import { createGobDecoder } from "../../src/netrpc/gob/decoder.ts";
import { createGobEncoder } from "../../src/netrpc/gob/encoder.ts";
import type { GobType } from "../../src/netrpc/gob/types.ts";
import { apiTypes, hookTypes } from "../../src/netrpc/schema/method_types.ts";
import {
  argsByHand,
  gobArgs,
  gobReturns,
  type GobValue,
  writtenByHand,
} from "../../tools/gen/gob_params.ts";
import { committedGoSchema, parseGoSchema } from "../../tools/gen/go_schema.ts";
import { type Method, methodsOf } from "../../tools/gen/methods.ts";
import { contractDescriptors } from "../../tools/parity/descriptors.ts";
import type { GoValue } from "../contract/message_from_go.ts";
import { testSeed } from "../support/seed.ts";
import { buildProgram, hasGo } from "./build_program.ts";
import { runProgram } from "./run_program.ts";
import { expectedMessage, jsonDifference } from "./expected_message.ts";

const PER_TYPE = Number(Deno.env.get("GOB_ROUNDS") || "20");

interface Line {
  readonly type: string;
  readonly stream: string;
  readonly values: readonly Record<string, GoValue>[];
}

/** One struct of net/rpc: its Go name, what its fields are, and the codec. */
interface Struct {
  readonly goName: string;
  readonly method: Method;
  readonly values: readonly GobValue[];
  readonly type: GobType<Message>;
  readonly isArgs: boolean;
}

const protos = contractDescriptors();
const schema = parseGoSchema(await committedGoSchema());

function structsOf(method: Method): Struct[] {
  if (writtenByHand.has(method.go.name)) return [];
  const types = method.service === "PluginAPI"
    ? apiTypes(method.name as never)
    : hookTypes(method.name as never);
  const args = gobArgs(schema, method);
  return [
    ...(argsByHand.has(method.go.name) ? [] : [{
      goName: `Z_${types.goName}Args`,
      method,
      values: args,
      type: types.args,
      isArgs: true,
    }]),
    {
      goName: `Z_${types.goName}Returns`,
      method,
      values: gobReturns(schema, method),
      type: types.returns,
      isArgs: false,
    },
  ];
}

/** All of them that Go has under that name. */
const structs = [
  ...methodsOf(protos, schema, "PluginAPI"),
  ...methodsOf(protos, schema, "PluginHooks"),
].flatMap(structsOf).filter(({ goName }) => !goName.startsWith("Z_LoadPluginConfiguration"));

function decodeAll(type: GobType<Message>, stream: Uint8Array, chunk: number): Message[] {
  const decoder = createGobDecoder();
  const made: Message[] = [];
  for (let at = 0; at < stream.length; at += chunk) {
    decoder.push(stream.subarray(at, at + chunk));
    for (let next; (next = decoder.decode(type)) !== undefined;) made.push(next.value);
  }
  return made;
}

function compareWithGo(struct: Struct, line: Line): Message[] {
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
      assertEquals(jsonDifference(ours, go), undefined, `value ${at}, ${name}`);
      plain[name] = (expected as unknown as Record<string, unknown>)[name];
      if (plain[name] === undefined) delete plain[name];
    }
    assertEquals(plain, { ...expected } as unknown, `value ${at}`);
  });
  return messages;
}

Deno.test({
  name: "every value of every struct that Go sends is read, and what we send Go reads (needs Go)",
  ignore: !hasGo(),
  async fn(t) {
    const seed = testSeed();
    console.log(`seed ${seed}: ${PER_TYPE} random values of each of ${structs.length} structs`);
    const program = await buildProgram();
    const all = JSON.parse(await runProgram(program, ["names"])) as string[];
    const missing = structs.filter(({ goName }) => !all.includes(goName));
    assertEquals(missing.map(({ goName }) => goName), [], "structs that Go has not");
    const text = await runProgram(program, [
      "values",
      `${seed}`,
      `${PER_TYPE}`,
      ...structs.map(({ goName }) => goName),
    ]);
    const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line) as Line);
    assertEquals(lines.length, structs.length);
    const answers: string[] = [];
    for (const [at, struct] of structs.entries()) {
      await t.step(struct.goName, () => {
        const line = lines[at] as Line;
        const messages = compareWithGo(struct, line);
        const stream = Uint8Array.fromBase64(line.stream);
        for (const chunk of [1, 7, 1000]) {
          assertEquals(decodeAll(struct.type, stream, chunk), messages, `chunks of ${chunk}`);
        }
        const encoder = createGobEncoder();
        const bytes = messages.flatMap((message) => [...encoder.encode(struct.type, message)]);
        assertEquals(decodeAll(struct.type, new Uint8Array(bytes), 100), messages, "our own bytes");
        answers.push(
          JSON.stringify({ type: line.type, stream: new Uint8Array(bytes).toBase64() }),
        );
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
  },
});
