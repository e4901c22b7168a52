/**
 * Writes `gen/plugin_hooks.ts`: the hooks of a plugin, as its host sees them.
 *
 * @module
 */

import type { Method } from "./methods.ts";
import { methodDoc } from "./method_doc.ts";
import { requestInitType, resultType } from "./method_types.ts";
import { messageInit, messageType } from "./shapes.ts";
import { generatedModule, type Imports, imports } from "./source.ts";

const ABOUT = `The hooks of a plugin, as the host that calls them sees them.`;

const OPTIONS = `/** What a host may say about one call of a hook. */
export interface PluginHookCallOptions {
  /** Aborting it ends the wait for the answer and cancels the hook on the plugin's side. */
  signal?: AbortSignal | undefined;
  /** Milliseconds after which the call fails. Default: the host's own limit. */
  timeoutMs?: number | undefined;
}
`;

/** Writes the module. */
export function writePluginHooks(methods: readonly Method[]): string {
  const needed = imports();
  const members = methods.map((method) => {
    const [request, result] = method.stream
      ? exchangeTypes(method, needed)
      : [requestInitType(method, needed), resultType(method, needed)];
    const docs = methodDoc(method, "caller", [], method.stream ? [] : undefined);
    return `${docs}  ${method.name}(request: ${request}, options?: PluginHookCallOptions): ` +
      `Promise<${result}>;\n`;
  });
  const names = methods.map(({ name }) => `\n  | ${JSON.stringify(name)}`).join("");
  const body = `${OPTIONS}
/**
 * Every hook of a plugin. Results are Go's: nothing, one value, or an object of several.
 */
export interface PluginHooksClient {
${members.join("\n")}}

/** The name of a hook, as a plugin's object literal spells it. */
export type HookName =${names};
`;
  return generatedModule(ABOUT, needed, body);
}

/** A streamed hook: a message and a body in, a message and a body out. */
function exchangeTypes({ go, rpc }: Method, needed: Imports): [string, string] {
  const init = (desc: typeof rpc.input) => {
    const field = desc.fields.find(({ name }) => name === "init");
    if (field?.fieldKind !== "message") throw new Error(`${go.name}: ${desc.name} has no init.`);
    return field.message;
  };
  const body = "body: ReadableStream<Uint8Array> | null";
  return [
    `{ init: ${messageInit(init(rpc.input), needed)}; ${body} }`,
    `{ init: ${messageType(init(rpc.output), needed)}; ${body} }`,
  ];
}
