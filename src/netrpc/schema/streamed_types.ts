/**
 * The arguments and results of methods that have a stream of bytes beside them. Mattermost writes
 * these by hand, too.
 *
 * @see Mattermost's server/public/plugin/client_rpc.go
 * @module
 */
import { UploadSessionSchema } from "../../../gen/mattermost/pluginapi/v1/api_file_bot_pb.ts";
import { FileInfoSchema } from "../../../gen/mattermost/pluginapi/v1/file_pb.ts";
import { PluginContextSchema } from "../../../gen/mattermost/pluginapi/v1/hooks_common_pb.ts";
import {
  gobBool,
  gobBytes,
  gobInt,
  gobPointer,
  gobString,
  gobStruct,
  gobUint,
  gobURL,
} from "../gob/types.ts";
import { goHeader } from "../http/go_header.ts";
import { goMessage } from "./go_message.ts";
import { replacing } from "./replacing.ts";

/** The number of a stream of the broker. */
const streamId = gobUint;

/** `plugin.HTTPRequestSubset`; older servers send an `http.Request`, whose fields have these names. */
const httpRequest = gobStruct("HTTPRequestSubset", {
  Method: gobString,
  URL: gobPointer(gobURL),
  Proto: gobString,
  ProtoMajor: gobInt,
  ProtoMinor: gobInt,
  Header: goHeader,
  Host: gobString,
  RemoteAddr: gobString,
  RequestURI: gobString,
});

const pluginContext = () => gobPointer(goMessage("plugin.Context", PluginContextSchema));
const fileInfo = () => gobPointer(goMessage("model.FileInfo", FileInfoSchema));

/** What `ServeHTTP` and `ServeMetrics` take. */
export const serveHTTPArgs = () =>
  gobStruct("Z_ServeHTTPArgs", {
    ResponseWriterStream: streamId,
    Request: httpRequest,
    Context: pluginContext(),
    RequestBodyStream: streamId,
  });

/** What `FileWillBeUploaded` takes. */
export const fileWillBeUploadedArgs = () =>
  gobStruct("Z_FileWillBeUploadedArgs", {
    A: pluginContext(),
    B: fileInfo(),
    UploadedFileStream: streamId,
    ReplacementFileStream: streamId,
  });

/** What `FileWillBeUploaded` gives. */
export const fileWillBeUploadedReturns = () =>
  gobStruct("Z_FileWillBeUploadedReturns", { A: replacing(fileInfo()), B: gobString });

/** What `UploadData` takes. */
export const uploadDataArgs = () =>
  gobStruct("Z_UploadDataArgs", {
    A: gobPointer(goMessage("model.UploadSession", UploadSessionSchema)),
    PluginStreamID: streamId,
  });

/** What `InstallPlugin` takes. */
export const installPluginArgs = () =>
  gobStruct("Z_InstallPluginArgs", { PluginStreamID: streamId, B: gobBool });

/** What `ReceiveSharedChannelAttachmentSyncMsg` takes. */
export const receiveSharedChannelAttachmentArgs = () =>
  gobStruct("Z_ReceiveSharedChannelAttachmentSyncMsgArgs", {
    A: gobString,
    B: gobString,
    C: fileInfo(),
    DataStreamID: streamId,
  });

/** What `PluginHTTPStream` takes. */
export const pluginHTTPStreamArgs = () =>
  gobStruct("Z_PluginHTTPStreamArgs", {
    ResponseBodyStream: streamId,
    Request: httpRequest,
    RequestBodyStream: streamId,
  });

/** What `PluginHTTPStream` gives. */
export const pluginHTTPStreamReturns = () =>
  gobStruct("Z_PluginHTTPStreamReturns", { StatusCode: gobInt, Header: goHeader });

/** What `PluginHTTP` takes. */
export const pluginHTTPArgs = () =>
  gobStruct("Z_PluginHTTPArgs", { Request: httpRequest, RequestBody: gobBytes });

/** What `PluginHTTP` gives; Go sends more of the response than is of use. */
export const pluginHTTPReturns = () =>
  gobStruct("Z_PluginHTTPReturns", {
    Response: gobStruct("Response", { StatusCode: gobInt, Header: goHeader }),
    ResponseBody: gobBytes,
  });
