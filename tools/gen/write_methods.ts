/**
 * Writes `gen/method_info.ts`, `gen/api_methods.ts` and `gen/hook_methods.ts`.
 *
 * @module
 */

import { bodies } from "./bodies.ts";
import type { JsonPlace, Method } from "./methods.ts";
import { generatedModule, imports } from "./source.ts";

/** Writes the types of the tables. */
export function writeMethodInfo(): string {
  const needed = imports();
  needed.type("@bufbuild/protobuf", "DescMethod");
  return generatedModule("What the tables of methods hold.", needed, METHOD_INFO);
}

const METHOD_INFO = `/** A field that carries JSON as bytes. */
export interface JsonFieldInfo {
  /** The field of the request or response, by its local name. */
  readonly field: string;
  /** The field inside \`field\` that holds the bytes; null where \`field\` itself does. */
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
  /** The field inside \`field\` that holds the JSON; null where \`field\` itself does. */
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
  /** The rpc with a byte stream beside the message; may be \`method\` itself. */
  readonly stream?: DescMethod;
  /** The bytes of the unary request that travel beside the message in \`stream\`. */
  readonly body?: BodyInfo;
  /** Fields of the request that carry JSON. */
  readonly requestJson: readonly JsonFieldInfo[];
  /** None: the method gives nothing; one: the value; several: an object of them. */
  readonly results: readonly ResultInfo[];
  /** Whether Go's method returns an error; the response then may carry one. */
  readonly fails: boolean;
}
`;

/** Writes one table. */
export function writeMethodTable(service: Method["service"], methods: readonly Method[]): string {
  const needed = imports();
  needed.type("./method_info.ts", "MethodInfo");
  const api = service === "PluginAPI";
  const key = api
    ? `keyof ${needed.type("./plugin_api.ts", "PluginAPI")}`
    : needed.type("./plugin_hooks.ts", "HookName");
  const from = `./mattermost/pluginapi/v1/${api ? "api" : "hooks"}_pb.ts`;
  needed.value(from, service, "service");
  const table = api ? "apiMethods" : "hookMethods";
  const what = api ? "Every method of the plugin API." : "Every hook.";
  const rows = methods.map(row);
  const body = `/** ${what} In the order of Go's interface. */
export const ${table}: Readonly<Record<${key}, MethodInfo>> = {
${rows.join("\n")}
};
`;
  return generatedModule(`${what} How its messages become parameters and results.`, needed, body);
}

function row(method: Method): string {
  const { name, go, rpc, stream, requestJson, results } = method;
  const body = bodies[go.name];
  const bodyField = body && rpc.input.fields.find((field) => field.name === body.field)?.localName;
  const parts = [
    `name: ${text(name)}`,
    `goName: ${text(go.name)}`,
    `since: ${text(go.since)}`,
    `method: service.method.${rpc.localName}`,
    ...(stream ? [`stream: service.method.${stream.localName}`] : []),
    ...(body ? [`body: { property: ${text(body.property)}, field: ${text(bodyField)} }`] : []),
    `requestJson: [${requestJson.map(jsonPlaceText).join(", ")}]`,
    `results: [${
      results.map((result) =>
        `{ field: ${text(result.field.localName)}, property: ${text(result.property)}, ` +
        `nullable: ${result.nullWhen !== undefined}, json: ${result.json !== null}, ` +
        `inner: ${text(result.json?.inner?.localName ?? null)} }`
      ).join(", ")
    }]`,
    `fails: ${go.results.some(({ type }) => type === "error" || type === "*model.AppError")}`,
  ];
  return `  ${name}: {\n${parts.map((part) => `    ${part},\n`).join("")}  },`;
}

function jsonPlaceText({ field, inner, property }: JsonPlace): string {
  return `{ field: ${text(field.localName)}, inner: ${text(inner?.localName ?? null)}, property: ${
    text(property)
  } }`;
}

function text(value: string | null | undefined): string {
  if (value === undefined) throw new Error("A field of a table of methods is missing.");
  return JSON.stringify(value);
}
