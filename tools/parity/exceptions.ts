/**
 * What a Go plugin has and this contract has not, or has in another form: all of it, each with its
 * reason. An entry that no longer applies fails the parity check, as does a gap without an entry.
 *
 * Keys: `model.Type.Field` for a field, `Service.Method.parameter` for a parameter,
 * `Service.Method -> type` for a result, `pkg.Type` for a type wherever it occurs.
 *
 * @module
 */

/** One difference from Go. */
export interface Exception {
  /** "form": everything that matters is carried, otherwise than in Go; "absent": it is not. */
  readonly kind: "form" | "absent";
  readonly reason: string;
}

const form = (reason: string): Exception => ({ kind: "form", reason });
const absent = (reason: string): Exception => ({ kind: "absent", reason });

const LOG_PAIRS = form("pairs of a key and a value each, where Go has keys and values in turns");
const RAW_JSON = form("the JSON as a Value; numbers are doubles, as in JSON's own readers");
const NOT_IN_JSON = absent("the message travels as Go's JSON, which leaves this field out");
const NOT_IN_JSON_FILE = absent(
  "the message travels as Go's JSON, which keeps the server's own paths and texts to itself",
);
const PARSED_LATER = absent("made from the URL and the body by whoever wants it");
const SERVER_ONLY = absent("filled by Go's server for its own handlers");
const CLIENT_ONLY = absent("belongs to Go's own client; a call is cancelled on its own");
const CONNECTION = absent("belongs to one connection, not to the request that was passed on");

/** Every difference from Go. */
export const exceptions: Readonly<Record<string, Exception>> = {
  "model.Permission": form("its id: the server looks at nothing else of it"),
  "PluginAPI.LogDebug.keyValuePairs": LOG_PAIRS,
  "PluginAPI.LogInfo.keyValuePairs": LOG_PAIRS,
  "PluginAPI.LogError.keyValuePairs": LOG_PAIRS,
  "PluginAPI.LogWarn.keyValuePairs": LOG_PAIRS,

  "i18n.TranslateFunc": absent("a function; `locale` says in which language it would answer"),
  "model.CustomStatus.ExpiresAt": form("Unix milliseconds, where Go's time has nanoseconds"),
  "model.Team.Type": form("an enum of the two types that there are"),
  "model.WebsocketBroadcast.OmitUsers": form("the keys alone: Go reads no value of this map"),
  "model.PropertyValue.Value": RAW_JSON,
  "model.PropertyValueSearchOpts.Value": RAW_JSON,
  "model.PostTranslation.Object": RAW_JSON,
  "logr.Level.ID": form("a signed integer: the numbers of levels end at 32,768"),

  "model.Post.Filenames in JSON": NOT_IN_JSON,
  "model.Status.PrevStatus in JSON": NOT_IN_JSON,
  "model.FileInfo.Path in JSON": NOT_IN_JSON_FILE,
  "model.FileInfo.ThumbnailPath in JSON": NOT_IN_JSON_FILE,
  "model.FileInfo.PreviewPath in JSON": NOT_IN_JSON_FILE,
  "model.FileInfo.Content in JSON": NOT_IN_JSON_FILE,

  "PluginHooks.ServeHTTP.c": form("inside the stream's first message"),
  "PluginHooks.ServeMetrics.c": form("inside the stream's first message"),
  "PluginAPI.PluginHTTP.request": form("its method, URL, headers and body, streamed or whole"),
  "PluginAPI.PluginHTTP -> *http.Response": form("its status, headers and body, streamed or whole"),
  "http.ResponseWriter": form("the answering stream: status, headers, chunks, flushes"),
  "http.Header": form("a list of names, each with its values"),
  "url.URL": form("its text"),
  "io.ReadCloser": form("the chunks that follow on the stream"),
  "http.Request.ProtoMajor": form("32 bits are enough for HTTP's versions"),
  "http.Request.ProtoMinor": form("32 bits are enough for HTTP's versions"),
  "http.Request.GetBody": CLIENT_ONLY,
  "http.Request.TransferEncoding": CONNECTION,
  "http.Request.Close": CONNECTION,
  "http.Request.Trailer": absent("trailers come after the body, and the wire ends with it"),
  "url.Values": PARSED_LATER,
  "multipart.Form": PARSED_LATER,
  "tls.ConnectionState": CONNECTION,
  "http.Request.Cancel": CLIENT_ONLY,
  "http.Request.Response": CLIENT_ONLY,
  "http.Request.Pattern": SERVER_ONLY,
  "http.Response.Status": form("the status code; its words are the same for everybody"),
  "http.Response.StatusCode": form("32 bits are enough for three digits"),
  "http.Response.Proto": CONNECTION,
  "http.Response.ProtoMajor": CONNECTION,
  "http.Response.ProtoMinor": CONNECTION,
  "http.Response.ContentLength": form("in the headers, where it is known"),
  "http.Response.TransferEncoding": CONNECTION,
  "http.Response.Close": CONNECTION,
  "http.Response.Uncompressed": CONNECTION,
  "http.Response.Trailer": absent("trailers come after the body, and the wire ends with it"),
  "http.Response.Request": CLIENT_ONLY,
};

/** Uses the table and remembers what was used. */
export interface ExceptionBook {
  /** Whether there is an entry; notes its use. */
  covers(key: string): boolean;
  /** Whether the entry says that nothing carries it. */
  isAbsent(key: string): boolean;
  /** The entries that were used, in the table's order. */
  used(): readonly (readonly [string, Exception])[];
  /** The keys that nothing needed. */
  unused(): readonly string[];
}

/** Opens the table. */
export function openExceptions(
  table: Readonly<Record<string, Exception>> = exceptions,
): ExceptionBook {
  const used = new Set<string>();
  return {
    covers(key) {
      if (!Object.hasOwn(table, key)) return false;
      used.add(key);
      return true;
    },
    isAbsent: (key) => table[key]?.kind === "absent",
    used: () => Object.entries(table).filter(([key]) => used.has(key)),
    unused: () => Object.keys(table).filter((key) => !used.has(key)),
  };
}
