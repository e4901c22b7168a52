/**
 * Every struct of net/rpc that is no list of streams.
 *
 * @module
 */

import type { Message } from "@bufbuild/protobuf";
import { createGobDecoder } from "../../src/netrpc/gob/decoder.ts";
import type { GobType } from "../../src/netrpc/gob/types.ts";
import { apiTypes, hookTypes } from "../../src/netrpc/schema/method_types.ts";
import {
  argsByHand,
  gobArgs,
  gobReturns,
  type GobValue,
  writtenByHand,
} from "../../tools/gen/gob_params.ts";
import { committedGoSchema, type GoSchema, parseGoSchema } from "../../tools/gen/go_schema.ts";
import { type Method, methodsOf } from "../../tools/gen/methods.ts";
import { contractDescriptors } from "../../tools/parity/descriptors.ts";
import type { GoValue } from "../contract/message_from_go.ts";

/** What the Go program says of a struct: a stream with values, and the values. */
export interface Line {
  readonly type: string;
  readonly stream: string;
  readonly values: readonly Record<string, GoValue>[];
}

/** One struct of net/rpc: its Go name, what its fields are, and the codec. */
export interface Struct {
  readonly goName: string;
  readonly method: Method;
  readonly values: readonly GobValue[];
  readonly type: GobType<Message>;
  readonly isArgs: boolean;
}

const protos = contractDescriptors();
/** What is known of the Go module. */
export const schema: GoSchema = parseGoSchema(await committedGoSchema());

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
export const structs: readonly Struct[] = [
  ...methodsOf(protos, schema, "PluginAPI"),
  ...methodsOf(protos, schema, "PluginHooks"),
].flatMap(structsOf).filter(({ goName }) => !goName.startsWith("Z_LoadPluginConfiguration"));

/** Decodes a stream that comes in chunks. */
export function decodeAll(type: GobType<Message>, stream: Uint8Array, chunk: number): Message[] {
  const decoder = createGobDecoder();
  const made: Message[] = [];
  for (let at = 0; at < stream.length; at += chunk) {
    decoder.push(stream.subarray(at, at + chunk));
    for (let next; (next = decoder.decode(type)) !== undefined;) made.push(next.value);
  }
  return made;
}
