/**
 * A plugin joined to a host in one process, for tests.
 *
 * @module
 */
import { create, type DescMethodUnary, type Message, type MessageShape } from "@bufbuild/protobuf";
import {
  ServeHTTPRequestInitSchema,
  type ServeHTTPResponseInit,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { createPluginAPI } from "../../src/api/create_plugin_api.ts";
import {
  createPluginHandler,
  type PluginHandlerOptions,
} from "../../src/plugin/create_plugin_handler.ts";
import { asPluginDefinition } from "../../src/plugin/plugin_definition.ts";
import { featuresOf } from "../../src/define/features_of.ts";
import { definePlugin, type PluginOptions } from "../../src/define/define_plugin.ts";
import { type LogFields, loggerTo } from "../../src/plugin/logger.ts";
import { connectMemory } from "../../src/transport/memory.ts";
import type { Transport, TransportCallOptions } from "../../src/transport/transport.ts";
import { type Answers, type Asked, fakePluginAPI, jsonBytes } from "./fake_plugin_api.ts";

/** A line of the plugin's log. */
export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly message: string;
  readonly fields: LogFields;
}

type Methods = typeof PluginHooks.method;
type UnaryName = {
  [Name in keyof Methods]: Methods[Name] extends { methodKind: "unary" } ? Name : never;
}[keyof Methods];

/** The plugin, as its host sees it. */
export interface PluginUnderTest {
  /** Calls a hook. */
  call<Name extends UnaryName>(
    name: Name,
    request?: object,
    options?: TransportCallOptions,
  ): Promise<MessageShape<Methods[Name]["output"]>>;
  /** Sends an HTTP request. */
  http(
    head: object,
    body?: ReadableStream<Uint8Array> | null,
    options?: TransportCallOptions,
  ): Promise<{ init: ServeHTTPResponseInit; body: ReadableStream<Uint8Array> | null }>;
  /** What it has logged. */
  readonly lines: LogLine[];
  /** What it has asked its server. */
  readonly asked: Asked[];
  /** The connection to it. */
  readonly transport: Transport;
}

/** Starts a plugin; its server answers `answers`, and an empty configuration unless they say. */
export function plugin(
  options: PluginOptions,
  answers: Answers = {},
  more: Partial<PluginHandlerOptions> = {},
): PluginUnderTest {
  const lines: LogLine[] = [];
  const server = fakePluginAPI({
    loadPluginConfiguration: { configJson: jsonBytes({}) },
    ...answers,
  });
  const definition = asPluginDefinition(definePlugin(options), "the plugin under test");
  const transport = connectMemory([createPluginHandler({
    definition,
    features: featuresOf(definition),
    api: createPluginAPI(server.transport),
    pluginId: "com.example.test",
    log: loggerTo((level, message, fields) => lines.push({ level, message, fields })),
    ...more,
  })]);
  return {
    lines,
    transport,
    asked: server.asked,
    call(name, request = {}, callOptions) {
      const method = PluginHooks.method[name] as DescMethodUnary;
      return transport.call(
        method,
        create(method.input, request as never),
        callOptions,
      ) as Promise<never>;
    },
    async http(head, body = null, callOptions) {
      const init: Message = create(ServeHTTPRequestInitSchema, {
        method: "GET",
        host: "mattermost.example",
        url: "/",
        contentLength: body === null ? 0n : -1n,
        ...head,
      });
      const answer = await transport.exchange(
        PluginHooks.method.serveHTTP,
        init,
        body,
        callOptions,
      );
      return { init: answer.init as ServeHTTPResponseInit, body: answer.body };
    },
  };
}
