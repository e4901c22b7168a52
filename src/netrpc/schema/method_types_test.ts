import { assert, assertEquals, assertThrows } from "@std/assert";
import { create, fromJson, type JsonValue, type Message } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import { apiMethods } from "../../../gen/api_methods.ts";
import { hookMethods } from "../../../gen/hook_methods.ts";
import {
  GetConfigResponseSchema,
  SaveConfigRequestSchema,
} from "../../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import {
  RegisterCommandRequestSchema,
  RegisterCommandResponseSchema,
} from "../../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import {
  type GetUserResponse,
  GetUserResponseSchema,
} from "../../../gen/mattermost/pluginapi/v1/api_user_team_pb.ts";
import { AppErrorSchema } from "../../../gen/mattermost/pluginapi/v1/common_pb.ts";
import {
  type MessageWillBePostedRequest,
  MessageWillBePostedRequestSchema,
  MessageWillBePostedResponseSchema,
} from "../../../gen/mattermost/pluginapi/v1/hooks_message_pb.ts";
import { gobAnything } from "../gob/anything.ts";
import { createGobDecoder } from "../gob/decoder.ts";
import { createGobEncoder } from "../gob/encoder.ts";
import { GobError } from "../gob/gob_error.ts";
import type { GobType } from "../gob/gob_type.ts";
import {
  gobBool,
  gobInt,
  gobInterface,
  gobMap,
  gobPointer,
  gobString,
  gobStruct,
} from "../gob/types.ts";
import { apiTypes, hookTypes } from "./method_types.ts";

function carry<A, B>(from: GobType<A>, value: A, to: GobType<B>): B {
  const decoder = createGobDecoder();
  decoder.push(createGobEncoder().encode(from, value));
  const read = decoder.decode(to);
  assert(read, "bytes are missing");
  return read.value;
}

/** What travels, by the sender's own definitions: fields with zero values are not there. */
function travelling<T>(type: GobType<T>, value: T): JsonValue {
  return carry(type, value, gobAnything) as JsonValue;
}

Deno.test("every method has codecs, or says that its structs are written by hand", () => {
  const byHand: string[] = [];
  const all = [
    ...Object.keys(apiMethods).map((name) => () => apiTypes(name as keyof typeof apiMethods)),
    ...Object.keys(hookMethods).map((name) => () => hookTypes(name as keyof typeof hookMethods)),
  ];
  for (const make of all) {
    try {
      const { args, returns } = make();
      const encoder = createGobEncoder();
      encoder.encode(args, args.zero());
      encoder.encode(returns, returns.zero());
    } catch (error) {
      byHand.push((error as Error).message.split(" ")[3] ?? "");
    }
  }
  assertEquals(byHand, [
    "PluginHTTP",
    "Implemented",
    "ServeHTTP",
    "FileWillBeUploaded",
    "ServeMetrics",
  ]);
});

Deno.test("a field that Go omits has its zero, and one that Go has no place for is left out", () => {
  const { returns } = apiTypes("getUser");
  const response = create(GetUserResponseSchema, {
    user: { id: "u", failedAttempts: 2147483647, failedAttemptsInt64: 2n ** 40n },
  });
  const back = carry(returns, response, returns) as GetUserResponse;
  assertEquals(back, response);
  assertEquals(travelling(returns, response), {
    A: { Id: "u", FailedAttempts: 2 ** 40 },
  });
});

Deno.test("an application error keeps its message on the server", () => {
  const { returns } = apiTypes("getUser");
  const error = create(AppErrorSchema, { id: "app.user.missing", message: "No.", statusCode: 404 });
  assertEquals(travelling(returns, create(GetUserResponseSchema, { error })), {
    B: { Id: "app.user.missing", Message: "No.", StatusCode: 404, SkipTranslation: true },
  });
  assertEquals(error.skipTranslation, false);
  const nothing = create(GetUserResponseSchema, { error: {} });
  assertEquals(travelling(returns, nothing), {});
});

Deno.test("an error goes as its text, or, with an id of its own, as an application error", () => {
  const { returns } = apiTypes("registerCommand");
  const sent = (error: Parameters<typeof create<typeof AppErrorSchema>>[1]) =>
    travelling(
      returns,
      create(RegisterCommandResponseSchema, { error: create(AppErrorSchema, error) }),
    );
  assertEquals(sent({ id: "plugin.on_activate.error", message: "Boom.", statusCode: 500 }), {
    A: { Err: "Boom." },
  });
  assertEquals(sent({ id: "com.example.full", message: "Full.", statusCode: 507 }), {
    A: { Id: "com.example.full", Message: "Full.", StatusCode: 507, SkipTranslation: true },
  });
  assertEquals(sent({}), {});
});

Deno.test("what the server says went wrong arrives as an application error", () => {
  const { returns } = apiTypes("registerCommand");
  const error = create(AppErrorSchema, { message: "Boom.", statusCode: 500 });
  const response = create(RegisterCommandResponseSchema, { error });
  const read = carry(returns, response, returns) as typeof response;
  assertEquals(read.error?.message, "Boom.");
  assertEquals(read.error?.statusCode, 500);
});

Deno.test("a replaced post says what is empty; other answers leave it out, as Go does", () => {
  const post = { id: "p", message: "", isPinned: false };
  const { returns } = hookTypes("messageWillBePosted");
  const sent = travelling(
    returns,
    create(MessageWillBePostedResponseSchema, { modifiedPost: post }),
  ) as { A: Record<string, JsonValue> };
  assertEquals(sent.A.Message, "");
  assertEquals(sent.A.IsPinned, false);
  assertEquals(sent.A.FileIds, []);
  assertEquals(sent.A.Metadata, undefined);
  const { args } = hookTypes("messageWillBePosted");
  const request = create(MessageWillBePostedRequestSchema, { post });
  assertEquals(travelling(args, request), { B: { Id: "p" } });
  assertEquals(travelling(returns, create(MessageWillBePostedResponseSchema)), {});
});

Deno.test("properties keep their shapes, whatever their keys are", () => {
  const { args } = hookTypes("messageWillBePosted");
  const props = JSON.parse(
    `{"__proto__":{"a":1},"constructor":"x","list":[1,null,"t",true,{"deep":[]}],"1":2}`,
  );
  const request = create(MessageWillBePostedRequestSchema, { post: { props: {} } });
  (request.post as { props?: unknown }).props = props;
  const back = carry(args, request as Message, args) as MessageWillBePostedRequest;
  assertEquals(JSON.stringify(back.post?.props), JSON.stringify(props));
});

Deno.test("a Go value that JSON does not have is refused by name", () => {
  const { args } = hookTypes("messageWillBePosted");
  const request = create(MessageWillBePostedRequestSchema, { post: {} });
  (request.post as { props?: unknown }).props = { at: 5n };
  assertThrows(
    () => createGobEncoder().encode(args, request),
    GobError,
    "a bigint is no JSON; use strings, numbers, booleans, null, lists and objects",
  );
});

Deno.test("arguments of a command's completion go as the types that the server asserts", () => {
  const { args } = apiTypes("registerCommand");
  const request = create(RegisterCommandRequestSchema, {
    command: {
      trigger: "x",
      autocompleteData: {
        trigger: "x",
        arguments: [{
          type: "StaticList",
          data: fromJson(ValueSchema, { PossibleArguments: [{ Item: "on" }] }),
        }],
      },
    },
  });
  const bytes = new TextDecoder("latin1").decode(createGobEncoder().encode(args, request));
  assert(bytes.includes("*model.AutocompleteStaticListArg"));
  const back = carry(args, request, args) as typeof request;
  assertEquals(back.command?.autocompleteData?.arguments[0]?.data, {
    ...fromJson(ValueSchema, {
      PossibleArguments: [{ Item: "on", Hint: "", HelpText: "" }],
    }),
  });
});

Deno.test("a setting that is off arrives as off, and goes back as off", () => {
  const { returns } = apiTypes("getConfig");
  // As a server has it: a pointer to false, which Go does not send.
  const server = gobStruct("Z_GetConfigReturns", {
    A: gobStruct("Config", {
      ServiceSettings: gobStruct("ServiceSettings", {
        SiteURL: gobPointer(gobString),
        EnableDeveloper: gobPointer(gobBool),
        MaximumLoginAttempts: gobPointer(gobInt),
      }),
    }),
  });
  const sent = {
    A: { ServiceSettings: { SiteURL: "x", EnableDeveloper: null, MaximumLoginAttempts: null } },
  };
  const response = carry(server, sent, returns) as { configJson: Uint8Array } & Message;
  const { ServiceSettings: settings } = JSON.parse(new TextDecoder().decode(response.configJson));
  assertEquals(settings.SiteURL, "x");
  assertEquals(settings.EnableDeveloper, false);
  assertEquals(settings.MaximumLoginAttempts, 0);
  // What this server does not know stays unknown.
  assertEquals(settings.EnableTesting, null);

  const request = create(SaveConfigRequestSchema, {
    configJson: new TextEncoder().encode(
      JSON.stringify({ ServiceSettings: { EnableDeveloper: false, EnableTesting: null } }),
    ),
  });
  const saved = travelling(apiTypes("saveConfig").args, request) as {
    A: { ServiceSettings: Record<string, JsonValue> };
  };
  assertEquals(saved.A.ServiceSettings, { EnableDeveloper: false });
});

Deno.test("JSON of the wrong shape is refused by the Go type", () => {
  const { returns } = apiTypes("getConfig");
  const configJson = new TextEncoder().encode(`{"ServiceSettings":{"SiteURL":5}}`);
  assertThrows(
    () => createGobEncoder().encode(returns, create(GetConfigResponseSchema, { configJson })),
    GobError,
    "gob: string: a number where a string is needed",
  );
  const broken = create(GetConfigResponseSchema, { configJson: new Uint8Array([123]) });
  assertThrows(
    () => createGobEncoder().encode(returns, broken),
    GobError,
    "gob: model.Config: the JSON in it is none",
  );
});

Deno.test("a value of a type that only the server knows is read by the server's definitions", () => {
  const { args } = hookTypes("messageWillBePosted");
  const widget = gobStruct("Widget", { Size: gobInt, Tags: gobMap(gobString, gobString) });
  const any = gobInterface<unknown>({
    goName: "interface {}",
    nil: null,
    named: () => widget as GobType<unknown>,
    choose: () => ({ name: "main.Widget", type: widget as GobType<unknown> }),
  });
  const server = gobStruct("Z_MessageWillBePostedArgs", {
    B: gobStruct("Post", { Id: gobString, Props: gobMap(gobString, any) }),
  });
  const back = carry(
    server,
    { B: { Id: "p", Props: { widget: { Size: 3, Tags: { a: "b" } } } } },
    args,
  ) as MessageWillBePostedRequest;
  assertEquals(back.post?.props, { widget: { Size: 3, Tags: { a: "b" } } });
});
