import { assert, assertEquals } from "@std/assert";
import type { DescMessage } from "@bufbuild/protobuf";
import {
  apiMethods,
  hookMethods,
  lowerFirstRun,
  type MethodInfo,
  PluginAPIService,
  PluginHooksService,
} from "../../src/contract/mod.ts";

const all: readonly MethodInfo[] = [...Object.values(apiMethods), ...Object.values(hookMethods)];

function has(message: DescMessage, field: string, inner: string | null): boolean {
  const found = message.fields.find(({ localName }) => localName === field);
  if (!found) return false;
  return inner === null ||
    found.message?.fields.some(({ localName }) => localName === inner) === true;
}

Deno.test("the tables hold every method of the services, under the name that they carry", () => {
  assertEquals(Object.keys(apiMethods).length, 243);
  assertEquals(Object.keys(hookMethods).length, 51);
  for (const [key, info] of [...Object.entries(apiMethods), ...Object.entries(hookMethods)]) {
    assertEquals([info.name, lowerFirstRun(info.goName)], [key, key]);
    assertEquals(info.method.name, info.goName);
  }
  const covered = (methods: readonly MethodInfo[]) =>
    new Set(methods.flatMap(({ method, stream }) => stream ? [method, stream] : [method]));
  assertEquals(covered(Object.values(apiMethods)).size, PluginAPIService.methods.length);
  assertEquals(covered(Object.values(hookMethods)).size, PluginHooksService.methods.length);
});

Deno.test("what the tables name exists in the messages", () => {
  for (const { goName, method, requestJson, results, body } of all) {
    for (const { field, inner } of requestJson) assert(has(method.input, field, inner), goName);
    for (const { field, inner } of results) assert(has(method.output, field, inner), goName);
    if (body) assert(has(method.input, body.field, null), goName);
  }
});

Deno.test("a method streams where Go has a reader or a request", () => {
  const streaming = all.filter(({ stream }) => stream).map(({ name }) => name).sort();
  assertEquals(streaming, [
    "installPlugin",
    "pluginHTTP",
    "receiveSharedChannelAttachmentSyncMsg",
    "serveHTTP",
    "serveMetrics",
    "uploadData",
  ]);
});

Deno.test("a method that fails in Go has room for the error in its response", () => {
  for (const { goName, method, fails } of all) {
    if (fails) assert(has(method.output, "error", null), goName);
  }
});
