/**
 * Messages to bytes and back, in the kinds of bytes that grpc-js and protobuf-es want.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { type DescMessage, fromBinary, type MessageShape, toBinary } from "@bufbuild/protobuf";

/** Encodes a message; the `Buffer` is a view of the bytes, not a copy. */
export function encodeMessage<D extends DescMessage>(desc: D, message: MessageShape<D>): Buffer {
  return asBuffer(toBinary(desc, message));
}

/**
 * Decodes a message. Bytes fields are views of what was received.
 *
 * A plain `Uint8Array` goes in, because protobuf-es makes bytes fields with `subarray`, and a field
 * that is a `Buffer` would surprise authors (`toString`, `slice` and `toJSON` differ).
 *
 * @throws {Error} when the bytes are not such a message
 */
export function decodeMessage<D extends DescMessage>(desc: D, bytes: Uint8Array): MessageShape<D> {
  return fromBinary(desc, new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** The same bytes as a `Buffer`, which grpc-js asks for. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The path of a method on the wire: `/package.Service/Method`. */
export function methodPath(
  method: { readonly name: string; readonly parent: { readonly typeName: string } },
): string {
  return `/${method.parent.typeName}/${method.name}`;
}

/** A method's name for error texts: `package.Service/Method`. */
export function methodName(
  method: { readonly name: string; readonly parent: { readonly typeName: string } },
): string {
  return `${method.parent.typeName}/${method.name}`;
}
