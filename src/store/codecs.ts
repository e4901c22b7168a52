/**
 * The codecs that come with the package.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import { shown } from "../api/mismatch.ts";
import type { Codec } from "../plugin/context/store_codec.ts";
import { jsonBytes } from "./json_value.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const json: Codec<JsonValue, unknown> = {
  encode: (value) => jsonBytes(value),
  decode: (bytes) => {
    try {
      return JSON.parse(decoder.decode(bytes)) as JsonValue;
    } catch (error) {
      throw new TypeError(
        "is no JSON; read it with kv.typed(codec.bytes), or codec.text, if it was written as such",
        { cause: error },
      );
    }
  },
};

const bytes: Codec<Uint8Array> = {
  encode: (value) => {
    if (!(ArrayBuffer.isView(value) && value instanceof Uint8Array)) {
      throw new TypeError(`value: expected a Uint8Array, got ${shown(value)}`);
    }
    return value;
  },
  decode: (value) => value,
};

const text: Codec<string> = {
  encode: (value) => {
    if (typeof value !== "string") {
      throw new TypeError(`value: expected a string, got ${shown(value)}`);
    }
    return encoder.encode(value);
  },
  decode: (value) => {
    try {
      return decoder.decode(value);
    } catch (error) {
      throw new TypeError("is no text in UTF-8", { cause: error });
    }
  },
};

/**
 * How a store writes values, for `kv.typed`.
 *
 * - `json`: JSON, as the store does without being told, and as Go's `pluginapi` does with everything
 *   but bytes.
 * - `bytes`: the bytes as they are, as Go's `pluginapi` does with `[]byte`.
 * - `text`: a string in UTF-8, without JSON's quotation marks.
 *
 * Mattermost takes an empty value for a deletion: an empty `Uint8Array` and an empty `text` are
 * refused.
 *
 * @example A picture
 * ```ts
 * import { codec, type Store } from "@mattermost-deno/plugin";
 *
 * export async function keepPicture(kv: Store, id: string, png: Uint8Array): Promise<void> {
 *   await kv.sub("picture:").typed(codec.bytes).set(id, png);
 * }
 * ```
 */
export const codec: {
  readonly json: Codec<JsonValue, unknown>;
  readonly bytes: Codec<Uint8Array>;
  readonly text: Codec<string>;
} = Object.freeze({ json, bytes, text });
