// Written by `deno task gen` from proto/ and gen/go_schema.json. Do not edit.

/**
 * What the tables of methods hold.
 *
 * @module
 */

import type { DescMethod } from "@bufbuild/protobuf";

/** A field that carries JSON as bytes. */
export interface JsonFieldInfo {
  /** The field of the request or response, by its local name. */
  readonly field: string;
  /** The field inside `field` that holds the bytes; null where `field` itself does. */
  readonly inner: string | null;
  /** The property that holds the parsed JSON in our API. */
  readonly property: string;
}

/** One result of a method. */
export interface ResultInfo {
  /** The field of the response, by its local name. */
  readonly field: string;
  /** The property's name where several results make an object. */
  readonly property: string;
  /** Whether null is a result; if not, its absence is an error. */
  readonly nullable: boolean;
  /** Whether the field carries JSON as bytes. */
  readonly json: boolean;
  /** The field inside `field` that holds the JSON; null where `field` itself does. */
  readonly inner: string | null;
}

/** Bytes that may stream. */
export interface BodyInfo {
  /** The property that takes the bytes in our API. */
  readonly property: string;
  /** The field of the unary request that takes them, by its local name. */
  readonly field: string;
}

/** One method of the plugin API, or one hook. */
export interface MethodInfo {
  /** The name in our API. */
  readonly name: string;
  /** The name in Go and on the wire. */
  readonly goName: string;
  /** The first server version that has it. */
  readonly since: string;
  /** The unary rpc; the streaming one where there is no other. */
  readonly method: DescMethod;
  /** The rpc with a byte stream beside the message; may be `method` itself. */
  readonly stream?: DescMethod;
  /** The bytes of the unary request that travel beside the message in `stream`. */
  readonly body?: BodyInfo;
  /** Fields of the request that carry JSON. */
  readonly requestJson: readonly JsonFieldInfo[];
  /** None: the method gives nothing; one: the value; several: an object of them. */
  readonly results: readonly ResultInfo[];
  /** Whether Go's method returns an error; the response then may carry one. */
  readonly fails: boolean;
}
