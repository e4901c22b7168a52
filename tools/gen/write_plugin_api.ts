/**
 * Writes `gen/plugin_api.ts` and `gen/plugin_api_handlers.ts`.
 *
 * @module
 */

import { bodies, FETCH_LIKE } from "./bodies.ts";
import type { Method } from "./methods.ts";
import { methodDoc } from "./method_doc.ts";
import { requestInitType, requestType, resultInitType, resultType } from "./method_types.ts";
import { generatedModule, imports } from "./source.ts";

const CALLER_ABOUT = `The plugin API of a Mattermost server, as a caller sees it.

Ids are strings of 26 characters, times are Unix milliseconds, 64-bit integers are \`bigint\`.`;

const OPTIONS = `/** What may be said about one call. */
export interface PluginAPICallOptions {
  /** Aborting it ends the wait for the answer and cancels the call on the server's side. */
  signal?: AbortSignal | undefined;
  /** Milliseconds after which the call fails. Default: the client's own limit. */
  timeoutMs?: number | undefined;
}
`;

/** Writes the caller's side. */
export function writePluginAPI(methods: readonly Method[]): string {
  const needed = imports();
  const members = methods.map((method) => {
    if (method.go.name === FETCH_LIKE) {
      return `${methodDoc(method, "caller", [FETCH_DOC], [])}  ${method.name}(request: Request, ` +
        `options?: PluginAPICallOptions): Promise<Response>;\n`;
    }
    const empty = method.rpc.input.fields.length === 0;
    const request = empty
      ? "request?: Record<string, never>"
      : `request: ${requestInitType(method, needed)}`;
    return `${methodDoc(method, "caller", bodyDoc(method))}  ${method.name}(${request}, ` +
      `options?: PluginAPICallOptions): Promise<${resultType(method, needed)}>;\n`;
  });
  const body = `${OPTIONS}
/**
 * Everything that a plugin can ask of the server. Every method takes its parameters as one object
 * and gives Go's results: nothing, one value, or an object of several. Errors are thrown.
 */
export interface PluginAPI {
${members.join("\n")}}
`;
  return generatedModule(CALLER_ABOUT, needed, body);
}

const FETCH_DOC = "Works like `fetch`. The URL's path begins with the other plugin's id: " +
  '`new Request("http://plugins/com.example.other/path")`; the host in it says nothing.';

function bodyDoc(method: Method): string[] {
  const body = bodies[method.go.name];
  return body
    ? [
      `\`${body.property}\` may be a stream: it is sent piece by piece where the host can take it.`,
    ]
    : [];
}

const HANDLER_ABOUT = `The plugin API of a Mattermost server, as its implementation sees it.`;

const CONTEXT = `/** What an implementation knows about the call that it answers. */
export interface PluginAPIHandlerContext {
  /** Aborted when the caller gives up or is gone. */
  readonly signal: AbortSignal;
  /** The plugin that calls. */
  readonly pluginId: string;
}
`;

/** Writes the answering side. */
export function writePluginAPIHandlers(methods: readonly Method[]): string {
  const needed = imports();
  const members = methods.map((method) => {
    const fetchLike = method.go.name === FETCH_LIKE;
    const request = fetchLike ? "Request" : requestType(method, needed);
    const result = fetchLike ? "Response" : resultInitType(method, needed);
    const docs = methodDoc(method, "handler", [], fetchLike ? [] : undefined);
    return `${docs}  ${method.name}?(request: ${request}, context: PluginAPIHandlerContext): ` +
      `${result} | Promise<${result}>;\n`;
  });
  const body = `${CONTEXT}
/**
 * An implementation of the plugin API: one function per method that it has. A method that is
 * missing is answered with an error of status 501. What a function throws becomes the error that
 * the plugin sees.
 */
export interface PluginAPIHandlers {
${members.join("\n")}}
`;
  return generatedModule(HANDLER_ABOUT, needed, body);
}
