import { assertEquals, assertThrows } from "@std/assert";
import { create } from "@bufbuild/protobuf";
import {
  GetConfigResponseSchema,
  SaveConfigRequestSchema,
} from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import { ConfigurationWillBeSavedRequestSchema } from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import { readJson, writeJson } from "./json_blobs.ts";

const DIRECT = { field: "configJson", inner: null };
const WRAPPED = { field: "newConfig", inner: "configJson" };
const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("JSON in a field of a message is read and written", () => {
  const request = create(SaveConfigRequestSchema);
  writeJson(SaveConfigRequestSchema, request, DIRECT, { a: ["é"] }, "saveConfig's config");
  assertEquals(new TextDecoder().decode(request.configJson), '{"a":["é"]}');
  assertEquals(readJson(request, DIRECT, "saveConfig's config"), { a: ["é"] });
});

Deno.test("JSON inside a message around it is read and written", () => {
  const request = create(ConfigurationWillBeSavedRequestSchema);
  const what = "configurationWillBeSaved's newConfig";
  writeJson(ConfigurationWillBeSavedRequestSchema, request, WRAPPED, { a: 1 }, what);
  assertEquals(request.newConfig?.$typeName, "mattermost.pluginapi.v1.ConfigJson");
  assertEquals(readJson(request, WRAPPED, what), { a: 1 });
  writeJson(ConfigurationWillBeSavedRequestSchema, request, WRAPPED, null, what);
  assertEquals(request.newConfig, undefined);
});

Deno.test("an empty field is Go's nil", () => {
  assertEquals(readJson(create(GetConfigResponseSchema), DIRECT, "x"), undefined);
  const request = create(ConfigurationWillBeSavedRequestSchema);
  assertEquals(readJson(request, WRAPPED, "x"), undefined);
});

Deno.test("bytes that are no JSON are refused with their beginning", () => {
  const response = create(GetConfigResponseSchema, { configJson: bytes("<html>") });
  assertThrows(
    () => readJson(response, DIRECT, "getConfig's config"),
    SyntaxError,
    "getConfig's config: the peer sent 6 bytes that are no JSON",
  );
  assertThrows(() => readJson(response, DIRECT, "x"), SyntaxError, 'they begin with "<html>".');
  const binary = create(GetConfigResponseSchema, { configJson: new Uint8Array([0xff, 0xfe]) });
  assertThrows(() => readJson(binary, DIRECT, "x"), SyntaxError, "2 bytes that are not UTF-8");
});

Deno.test("a value that cannot be JSON is refused with what to do", () => {
  const write = (value: unknown) =>
    writeJson(SaveConfigRequestSchema, create(SaveConfigRequestSchema), DIRECT, value, "x's y");
  assertThrows(() => write({ at: 1n }), TypeError, "Use numbers; json(message) makes them");
  assertThrows(
    () => write(() => {}),
    TypeError,
    "x's y cannot be written as JSON: it is a function",
  );
});
