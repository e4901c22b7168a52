/**
 * The messages of a streamed call: each may hold the head (`init`), a piece of the body
 * (`body_chunk`), the body's end (`body_complete`) and, in responses, a wish to `flush`.
 *
 * They are written and read here field by field, because a piece of a body is by far the most
 * frequent and the largest message: one copy out, none in.
 *
 * @module
 */
import {
  create,
  type DescField,
  type DescMessage,
  fromBinary,
  type Message,
  ScalarType,
} from "@bufbuild/protobuf";
import { BinaryReader } from "@bufbuild/protobuf/wire";

/** Where the parts of an envelope stand in its message. */
export interface EnvelopeLayout {
  /** The envelope's message. */
  readonly desc: DescMessage;
  /** The message of the head. */
  readonly initDesc: DescMessage;
  readonly initNumber: number;
  readonly chunkNumber: number;
  readonly completeNumber: number;
  /** 0 where the message has no such field: requests. */
  readonly flushNumber: number;
}

/** What one envelope says. */
export interface Envelope {
  readonly init: Message | undefined;
  readonly chunk: Uint8Array | undefined;
  readonly complete: boolean;
  readonly flush: boolean;
}

const layouts = new WeakMap<DescMessage, EnvelopeLayout | null>();

/** The layout of an envelope's message, or null for a message that is none. */
export function envelopeLayout(desc: DescMessage): EnvelopeLayout | null {
  let layout = layouts.get(desc);
  if (layout === undefined) {
    layout = readLayout(desc);
    layouts.set(desc, layout);
  }
  return layout;
}

function readLayout(desc: DescMessage): EnvelopeLayout | null {
  const field = (name: string): DescField | undefined => desc.fields.find((f) => f.name === name);
  const init = field("init");
  const chunk = field("body_chunk");
  const complete = field("body_complete");
  if (init?.fieldKind !== "message") return null;
  if (chunk?.fieldKind !== "scalar" || chunk.scalar !== ScalarType.BYTES) return null;
  if (complete?.fieldKind !== "scalar" || complete.scalar !== ScalarType.BOOL) return null;
  return {
    desc,
    initDesc: init.message,
    initNumber: init.number,
    chunkNumber: chunk.number,
    completeNumber: complete.number,
    flushNumber: field("flush")?.number ?? 0,
  };
}

/** An envelope being filled, until it is sent. */
export interface OpenEnvelope {
  bytes: Uint8Array;
  /** How many of `bytes` are written. */
  used: number;
  /** Whether it holds a piece of the body already; one envelope takes one. */
  hasChunk: boolean;
}

/** Room for the two flags, so that adding one never moves what is written. */
const roomForFlags = 16;

/** Opens an envelope with an encoded head, a piece of the body, both or neither. */
export function openEnvelope(
  layout: EnvelopeLayout,
  head: Uint8Array | undefined,
  chunk: Uint8Array | undefined,
): OpenEnvelope {
  const size = (head === undefined ? 0 : head.byteLength + 12) +
    (chunk === undefined ? 0 : chunk.byteLength + 12) + roomForFlags;
  const envelope: OpenEnvelope = { bytes: new Uint8Array(size), used: 0, hasChunk: false };
  if (head !== undefined) putBytes(envelope, layout.initNumber, head);
  if (chunk !== undefined) addChunk(layout, envelope, chunk);
  return envelope;
}

/** Adds a piece of the body to an envelope that has none. */
export function addChunk(layout: EnvelopeLayout, envelope: OpenEnvelope, chunk: Uint8Array): void {
  const needed = envelope.used + chunk.byteLength + 12 + roomForFlags;
  if (needed > envelope.bytes.byteLength) {
    const larger = new Uint8Array(needed);
    larger.set(envelope.bytes.subarray(0, envelope.used));
    envelope.bytes = larger;
  }
  putBytes(envelope, layout.chunkNumber, chunk);
  envelope.hasChunk = true;
}

/** Sets one of the two flags; `number` is its field. */
export function addFlag(envelope: OpenEnvelope, number: number): void {
  putVarint(envelope, number << 3);
  envelope.bytes[envelope.used++] = 1;
}

/** The envelope's bytes. */
export function sealEnvelope(envelope: OpenEnvelope): Uint8Array {
  return envelope.bytes.subarray(0, envelope.used);
}

function putBytes(envelope: OpenEnvelope, number: number, value: Uint8Array): void {
  putVarint(envelope, number << 3 | 2);
  putVarint(envelope, value.byteLength);
  envelope.bytes.set(value, envelope.used);
  envelope.used += value.byteLength;
}

function putVarint(envelope: OpenEnvelope, value: number): void {
  while (value > 0x7f) {
    envelope.bytes[envelope.used++] = value & 0x7f | 0x80;
    value >>>= 7;
  }
  envelope.bytes[envelope.used++] = value;
}

/**
 * Reads an envelope; the piece of the body is a view of `bytes`.
 *
 * @throws {Error} when the bytes are not such a message
 */
export function readEnvelope(layout: EnvelopeLayout, bytes: Uint8Array): Envelope {
  const reader = new BinaryReader(
    new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  );
  let init: Message | undefined;
  let chunk: Uint8Array | undefined;
  let complete = false;
  let flush = false;
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag();
    if (number === layout.initNumber && wireType === 2) {
      init = fromBinary(layout.initDesc, reader.bytes());
    } else if (number === layout.chunkNumber && wireType === 2) chunk = reader.bytes();
    else if (number === layout.completeNumber && wireType === 0) complete = reader.bool();
    else if (number === layout.flushNumber && wireType === 0) flush = reader.bool();
    else reader.skip(wireType, number);
  }
  return { init, chunk: chunk?.byteLength === 0 ? undefined : chunk, complete, flush };
}

/** The head that a peer means which sends none: all fields at their defaults. */
export function emptyInit(layout: EnvelopeLayout): Message {
  return create(layout.initDesc);
}

/**
 * Whether a head says by itself that no body follows (`content_length` is 0): then a stream that
 * ends without `body_complete` is not a broken one.
 */
export function announcesNoBody(layout: EnvelopeLayout, init: Message): boolean {
  const field = layout.initDesc.fields.find((f) => f.name === "content_length");
  return field !== undefined &&
    (init as unknown as Record<string, unknown>)[field.localName] === 0n;
}
