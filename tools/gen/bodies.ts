/**
 * API methods that have a byte stream beside their message.
 *
 * @module
 */

/** Where the bytes are. */
export interface Body {
  /** The property of our API's request that takes the bytes or the stream. */
  readonly property: string;
  /** The field of the unary request that holds the bytes, by its name in the .proto file. */
  readonly field: string;
}

/** By rpc. PluginHTTP is not here: its shape is the Web's Request and Response. */
export const bodies: Readonly<Record<string, Body>> = {
  UploadData: { property: "data", field: "data" },
  InstallPlugin: { property: "file", field: "file_data" },
  ReceiveSharedChannelAttachmentSyncMsg: { property: "data", field: "data" },
};

/** The rpc that looks like fetch. */
export const FETCH_LIKE = "PluginHTTP";
