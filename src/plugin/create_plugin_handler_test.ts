import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { plugin } from "../../tests/support/plugin_under_test.ts";
import { NotFoundError } from "../api/errors.ts";
import { TransportError } from "../transport/transport_error.ts";
import { allow, reject } from "./outcomes.ts";

const broken = () => {
  throw new RangeError("the list is broken");
};

Deno.test("Implemented names what the plugin has, in Go's names, and always its life", async () => {
  const host = plugin({
    hooks: {
      messageWillBePosted: () => allow(),
      onSAMLLogin: () => {},
      serveHTTP: () => new Response(),
      serveMetrics: () => new Response(),
    },
  });
  assertEquals((await host.call("implemented")).hooks, [
    "OnActivate",
    "OnDeactivate",
    "OnConfigurationChange",
    "MessageWillBePosted",
    "ServeHTTP",
    "ServeMetrics",
    "OnSAMLLogin",
  ]);
});

Deno.test("a hook that the plugin lacks is not implemented", async () => {
  const host = plugin({});
  const error = await assertRejects(() => host.call("userWillLogIn"), TransportError);
  assertEquals(
    [error.code, error.details],
    ["UNIMPLEMENTED", 'plugin "com.example.test" does not implement UserWillLogIn'],
  );
  assertEquals(
    (await assertRejects(() => host.http({}), TransportError)).details,
    'plugin "com.example.test" does not implement ServeHTTP',
  );
});

Deno.test("a throw is logged with its stack and answered with an RPC error that names the hook", async () => {
  const host = plugin({ hooks: { messageWillBePosted: broken } });
  const error = await assertRejects(
    () => host.call("messageWillBePosted", { pluginContext: { requestId: "r1" } }),
    TransportError,
  );
  assertEquals(
    [error.code, error.details],
    [
      "UNKNOWN",
      'plugin "com.example.test": messageWillBePosted failed: the list is broken',
    ],
  );
  const [line] = host.lines;
  assertEquals(host.lines.length, 1);
  assertEquals([line?.level, line?.message, line?.fields["hook"], line?.fields["request_id"]], [
    "error",
    "messageWillBePosted failed: the list is broken",
    "messageWillBePosted",
    "r1",
  ]);
  assertStringIncludes(String(line?.fields["error"]), "RangeError: the list is broken\n    at ");
});

Deno.test("a hook that is told about something fails in the same way", async () => {
  const host = plugin({ hooks: { messageHasBeenPosted: () => Promise.reject(new Error("no")) } });
  const error = await assertRejects(() => host.call("messageHasBeenPosted"), TransportError);
  assertEquals(error.code, "UNKNOWN");
  assertEquals(host.lines.length, 1);
});

Deno.test("failClosed turns a throw into a rejection with a plain reason", async () => {
  const host = plugin({
    hooks: { messageWillBePosted: broken, userWillLogIn: broken },
    failClosed: ["messageWillBePosted"],
  });
  assertEquals(
    (await host.call("messageWillBePosted")).rejectionReason,
    'The plugin "com.example.test" could not check this, so it was not allowed. ' +
      "Please try again later, or tell your administrator.",
  );
  assertEquals(host.lines[0]?.level, "error");
  await assertRejects(() => host.call("userWillLogIn"), TransportError);
});

const wrong: [string, unknown, string][] = [
  [
    "messageWillBePosted",
    undefined,
    "messageWillBePosted must return allow(), replace(…), reject(reason) or dismiss(), but it " +
    'returned nothing. Is a "return" missing?',
  ],
  [
    "messageWillBePosted",
    null,
    "messageWillBePosted must return allow(), replace(…), reject(reason) or dismiss(), but it " +
    "returned null",
  ],
  [
    "userWillLogIn",
    "no",
    'userWillLogIn must return allow() or reject(reason), but it returned "no"; a reason is given ' +
    "by reject(reason)",
  ],
  [
    "messageWillBePosted",
    { $typeName: "mattermost.pluginapi.v1.Post", message: "changed" },
    "messageWillBePosted must return allow(), replace(…), reject(reason) or dismiss(), but it " +
    "returned an object; what takes its place is given by replace(…)",
  ],
  [
    "userWillLogIn",
    { outcome: "replace", replacement: {} },
    "userWillLogIn must return allow() or reject(reason); it cannot replace anything",
  ],
  [
    "messageWillBeUpdated",
    { outcome: "dismiss" },
    "messageWillBeUpdated must return allow(), replace(…) or reject(reason); only " +
    "messageWillBePosted takes dismiss()",
  ],
  [
    "draftWillBeUpserted",
    { outcome: "reject", reason: "" },
    "draftWillBeUpserted: reject() needs a reason that is not empty",
  ],
  [
    "messageWillBePosted",
    { outcome: "replace", replacement: { message: "x" } },
    "messageWillBePosted: replace() needs the whole Post, since fields that are left out are empty " +
    "afterwards. Spread what the hook was given: replace({ ...it, field: value })",
  ],
  [
    "messageWillBePosted",
    {
      outcome: "replace",
      replacement: { $typeName: "mattermost.pluginapi.v1.Post", mesage: "x" },
    },
    'messageWillBePosted: replace(Post): Post has no field "mesage"; did you mean "message"?',
  ],
  [
    "emailNotificationWillBeSent",
    { outcome: "replace", replacement: { subjekt: "x" } },
    'emailNotificationWillBeSent: replace(texts): there is no text "subjekt"; did you mean "subject"?',
  ],
  [
    "fileWillBeUploaded",
    { outcome: "replace", replacement: {} },
    "fileWillBeUploaded: replace(file) takes { info, content }, or one of them",
  ],
  [
    "messagesWillBeConsumed",
    undefined,
    "messagesWillBeConsumed must return the posts that the client gets, as an array, but it " +
    "returned nothing",
  ],
  [
    "onSharedChannelsPing",
    undefined,
    "onSharedChannelsPing must return true or false, but it returned nothing",
  ],
];

for (const [name, result, text] of wrong) {
  Deno.test(`${name} that returns ${Deno.inspect(result)} is told what to return`, async () => {
    const host = plugin({ hooks: { [name]: () => result } as never });
    const error = await assertRejects(() => host.call(name as "userWillLogIn"), TransportError);
    assertEquals(error.details, `plugin "com.example.test": ${name} failed: ${text}`);
  });
}

const withError = [
  ["onInstall", "OnInstall", "plugin.on_install.error"],
  ["onSAMLLogin", "OnSAMLLogin", "plugin.on_saml_login.error"],
  ["executeCommand", "ExecuteCommand", "plugin.execute_command.error"],
  [
    "configurationWillBeSaved",
    "ConfigurationWillBeSaved",
    "plugin.configuration_will_be_saved.error",
  ],
  ["runDataRetention", "RunDataRetention", "plugin.run_data_retention.error"],
  ["generateSupportData", "GenerateSupportData", "plugin.generate_support_data.error"],
  [
    "onSharedChannelsSyncMsg",
    "OnSharedChannelsSyncMsg",
    "plugin.on_shared_channels_sync_msg.error",
  ],
  [
    "onSharedChannelsAttachmentSyncMsg",
    "OnSharedChannelsAttachmentSyncMsg",
    "plugin.on_shared_channels_attachment_sync_msg.error",
  ],
  [
    "onSharedChannelsProfileImageSyncMsg",
    "OnSharedChannelsProfileImageSyncMsg",
    "plugin.on_shared_channels_profile_image_sync_msg.error",
  ],
] as const;

for (const [name, where, id] of withError) {
  Deno.test(`a throw in ${name} is the error that it returns`, async () => {
    const host = plugin({ hooks: { [name]: broken } as never });
    const { error } = await host.call(name, { pluginContext: { requestId: "r1" } });
    assertEquals(
      [error?.id, error?.message, error?.detailedError, error?.statusCode, error?.where],
      [id, "the list is broken", "the list is broken", 500, where],
    );
    assertEquals(host.lines[0]?.level, "error");
  });
}

Deno.test("a PluginAPIError that a hook throws keeps its id and status", async () => {
  const host = plugin({
    hooks: {
      executeCommand: () => {
        throw new NotFoundError({ id: "my.id", message: "No such thing." });
      },
    },
  });
  const { error, response } = await host.call("executeCommand");
  assertEquals([error?.id, error?.message, error?.statusCode, response], [
    "my.id",
    "No such thing.",
    404,
    undefined,
  ]);
});

Deno.test("values that an answer cannot have are errors that say what is expected", async () => {
  const text = async (
    name: "runDataRetention" | "generateSupportData" | "executeCommand",
    value: unknown,
  ) => {
    const host = plugin({ hooks: { [name]: () => value } as never });
    return (await host.call(name)).error?.message;
  };
  assertEquals(
    await text("runDataRetention", undefined),
    "runDataRetention must return how many things it deleted, as a whole number, but it returned " +
      "nothing",
  );
  assertEquals(
    await text("generateSupportData", [{ filename: "a" }]),
    'generateSupportData must return an array of { filename, body }; the body of "a" must be a ' +
      "string or a Uint8Array, but it is undefined",
  );
  assertEquals(
    await text("executeCommand", { txt: "x" }),
    'executeCommand: answer: CommandResponse has no field "txt"; did you mean "text"?',
  );
  assertEquals((await text("executeCommand", 5))?.includes("but it returned the number 5"), true);
});

Deno.test("a hook's signal and its API calls end with the call; that is no error in the log", async () => {
  const started = Promise.withResolvers<AbortSignal>();
  const apiSignal = Promise.withResolvers<AbortSignal>();
  const host = plugin({
    hooks: {
      messageHasBeenPosted: async (_post, { api, signal }) => {
        started.resolve(signal);
        await api.getServerVersion();
      },
    },
  }, {
    getServerVersion: (_request, { signal }) => {
      apiSignal.resolve(signal);
      return new Promise<object>((_, fail) => signal.addEventListener("abort", fail));
    },
  });
  const controller = new AbortController();
  const call = host.call("messageHasBeenPosted", {}, { signal: controller.signal });
  const [hook, api] = await Promise.all([started.promise, apiSignal.promise]);
  controller.abort();
  assertEquals((await assertRejects(() => call, TransportError)).code, "CANCELLED");
  assertEquals([hook.aborted, api.aborted], [true, true]);
  // The hook notices a little later than its caller.
  while (host.lines.length === 0) await new Promise((resolve) => setTimeout(resolve));
  assertEquals(host.lines.map(({ level, message }) => [level, message]), [
    ["debug", "messageHasBeenPosted was cancelled"],
  ]);
});

Deno.test("what a hook leaves running is not cancelled with it", async () => {
  const later = Promise.withResolvers<void>();
  let version: Promise<string> | undefined;
  const controller = new AbortController();
  const host = plugin({
    hooks: {
      messageHasBeenPosted: (_post, { api }) => {
        version = later.promise.then(() => api.getServerVersion());
      },
    },
  }, { getServerVersion: { version: "11" } });
  await host.call("messageHasBeenPosted", {}, { signal: controller.signal });
  controller.abort();
  later.resolve();
  assertEquals(await version, "11");
});

Deno.test("whoever watches the event loop is told when hooks start and end", async () => {
  const told: string[] = [];
  const host = plugin(
    {
      hooks: { userWillLogIn: () => reject("no"), messageHasBeenPosted: broken, serveHTTP: broken },
    },
    {},
    {
      hookStarted(hook) {
        told.push(`+${hook}`);
        return () => told.push(`-${hook}`);
      },
    },
  );
  await host.call("userWillLogIn");
  await assertRejects(() => host.call("messageHasBeenPosted"));
  await new Response((await host.http({})).body as never).text();
  assertEquals(told, [
    "+userWillLogIn",
    "-userWillLogIn",
    "+messageHasBeenPosted",
    "-messageHasBeenPosted",
    "+serveHTTP",
    "-serveHTTP",
  ]);
});

Deno.test("what the protocol cannot carry is logged once", async () => {
  const empty = plugin({
    hooks: {
      fileWillBeUploaded: () => ({
        outcome: "replace",
        replacement: { content: new Uint8Array() },
      }),
    },
  });
  await empty.call("fileWillBeUploaded");
  await empty.call("fileWillBeUploaded");
  assertEquals(empty.lines.map(({ level }) => level), ["warn"]);
  assertStringIncludes(empty.lines[0]?.message ?? "", "replaces a file by an empty one");
});

Deno.test("over net/rpc a replacement that takes away what cannot be is logged, over gRPC it is not", async () => {
  const hooks = {
    messageWillBePosted: (post: object) => ({
      outcome: "replace",
      replacement: { ...post, message: "", isFollowing: undefined, props: { kept: 1 } },
    }),
  } as never;
  const post = { id: "p", message: "m", isFollowing: true, props: { kept: 0, gone: 1 } };
  const netrpc = plugin({ hooks }, {}, { protocol: "netrpc" });
  await netrpc.call("messageWillBePosted", { post });
  await netrpc.call("messageWillBePosted", { post });
  assertEquals(netrpc.lines.map(({ message }) => message), [
    "messageWillBePosted: it empties props.gone, isFollowing, which this server keeps as it was: " +
    "its protocol can change these, but not take them away. This is said once.",
  ]);
  const grpc = plugin({ hooks });
  await grpc.call("messageWillBePosted", { post });
  assertEquals(grpc.lines, []);
});

Deno.test("many calls of a hook run at once", async () => {
  let running = 0;
  let most = 0;
  const all = Promise.withResolvers<void>();
  const host = plugin({
    hooks: {
      messageWillBePosted: async () => {
        most = Math.max(most, ++running);
        if (running === 200) all.resolve();
        await all.promise;
        running--;
        return allow();
      },
    },
  });
  await Promise.all(Array.from({ length: 200 }, () => host.call("messageWillBePosted")));
  assertEquals(most, 200);
});
