import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { clone, create, fromJson } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import {
  SidebarCategoryWithChannelsSchema,
} from "../../gen/mattermost/pluginapi/v1/api_channel_post_pb.ts";
import { WebsocketBroadcastSchema } from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import {
  AuditRecordSchema,
  CommandResponseSchema,
  GetGroupResponseSchema,
  GroupSchema,
  GroupSearchOptsSchema,
  LogAuditRecWithLevelRequestSchema,
  OAuthAppSchema,
  PluginHTTPRequestSchema,
  PushNotificationSchema,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { MessagesLimitsSchema } from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import {
  PostEmbedSchema,
  PostListSchema,
  PostSchema,
} from "../../gen/mattermost/pluginapi/v1/post_pb.ts";
import { UserSchema } from "../../gen/mattermost/pluginapi/v1/user_pb.ts";
import { fillSuperseded, preferNew, supersededFields } from "./superseded_fields.ts";

Deno.test("a writer who sets the new field also sets the old one", () => {
  const group = create(GroupSchema, { nameOptional: "staff", name: "stale" });
  fillSuperseded(GroupSchema, group);
  assertEquals([group.name, group.nameOptional], ["staff", "staff"]);
});

Deno.test("a writer who knows only the old field sets the new one too", () => {
  const group = create(GroupSchema, { name: "staff" });
  fillSuperseded(GroupSchema, group);
  assertEquals(group.nameOptional, "staff");
});

Deno.test("a reader finds what an older peer sent in the new field", () => {
  const push = create(PushNotificationSchema, { badge: "7", contAva: "x" });
  preferNew(PushNotificationSchema, push);
  assertEquals([push.badgeCount, push.contentAvailable], [7n, 0n]);
});

Deno.test("a reader prefers the new field and leaves the old one as it came", () => {
  const push = create(PushNotificationSchema, { badge: "7", badgeCount: 8n });
  preferNew(PushNotificationSchema, push);
  assertEquals([push.badge, push.badgeCount], ["7", 8n]);
});

Deno.test("an empty value behind a pointer is not the same as none", () => {
  const list = create(PostListSchema, { hasNextOptional: false });
  preferNew(PostListSchema, list);
  assertEquals(list.hasNextOptional, false);
  const older = create(PostListSchema);
  preferNew(PostListSchema, older);
  assertEquals(older.hasNextOptional, undefined);
});

Deno.test("an integer beyond 32 bits leaves the nearest one in the old field", () => {
  for (const [wide, narrow] of [[2n ** 40n, 2147483647], [-(2n ** 40n), -2147483648]] as const) {
    const user = create(UserSchema, { failedAttemptsInt64: wide });
    fillSuperseded(UserSchema, user);
    assertEquals(user.failedAttempts, narrow);
    const limits = create(MessagesLimitsSchema, { historyInt64: wide });
    fillSuperseded(MessagesLimitsSchema, limits);
    assertEquals(limits.history, narrow);
  }
});

Deno.test("an integer that fits needs no companion", () => {
  const user = create(UserSchema, { failedAttempts: 3 });
  fillSuperseded(UserSchema, user);
  assertEquals(user.failedAttemptsInt64, undefined);
});

Deno.test("messages inside messages, lists and maps follow the same rule", () => {
  const list = create(PostListSchema, {
    posts: { a: { participants: [{ failedAttemptsInt64: 2n ** 40n }] } },
  });
  fillSuperseded(PostListSchema, list);
  assertEquals(list.posts.a?.participants[0]?.failedAttempts, 2147483647);
  const response = create(GetGroupResponseSchema, { group: { name: "staff" } });
  preferNew(GetGroupResponseSchema, response);
  assertEquals(response.group?.nameOptional, "staff");
});

Deno.test("a message that contains itself is walked as deep as it goes", () => {
  const response = create(CommandResponseSchema, {
    extraResponses: [{ extraResponses: [{ text: "deep" }] }],
  });
  const before = clone(CommandResponseSchema, response);
  fillSuperseded(CommandResponseSchema, response);
  assertEquals(response, before);
});

Deno.test("a message without superseded fields is not walked at all", () => {
  const broken = new Proxy(create(ValueSchema), {
    get: () => {
      throw new Error("looked at");
    },
  });
  fillSuperseded(ValueSchema, broken);
  preferNew(ValueSchema, broken);
});

Deno.test("values of any kind go where the old field holds objects only", () => {
  const embed = create(PostEmbedSchema, { dataValue: fromJson(ValueSchema, { a: 1 }) });
  fillSuperseded(PostEmbedSchema, embed);
  assertEquals(embed.data, { a: 1 });
  const text = create(PostEmbedSchema, { dataValue: fromJson(ValueSchema, "x"), data: { b: 2 } });
  fillSuperseded(PostEmbedSchema, text);
  assertEquals(text.data, {});
  const older = create(PostEmbedSchema, { data: { a: 1 } });
  preferNew(PostEmbedSchema, older);
  assertEquals(older.dataValue, fromJson(ValueSchema, { a: 1 }));
});

Deno.test("lists, words and headers go both ways", () => {
  const app = create(OAuthAppSchema, { callbackUrls: "https://a, https://b" });
  preferNew(OAuthAppSchema, app);
  assertEquals(app.callbackUrlList, ["https://a", "https://b"]);
  const category = create(SidebarCategoryWithChannelsSchema, { sorting: 3 });
  preferNew(SidebarCategoryWithChannelsSchema, category);
  assertEquals(category.sortingName, "alpha");
  const request = create(PluginHTTPRequestSchema, {
    headerList: [{ key: "Accept", values: ["a", "b"] }, { key: "Accept", values: ["c"] }],
  });
  fillSuperseded(PluginHTTPRequestSchema, request);
  assertEquals(request.headers, { Accept: "a, b, c" });
  const older = create(PluginHTTPRequestSchema, { headers: { Accept: "a, b" } });
  preferNew(PluginHTTPRequestSchema, older);
  assertEquals(older.headerList.map(({ key, values }) => [key, values]), [["Accept", ["a, b"]]]);
});

Deno.test("a flat pair and a flat actor become messages, and back", () => {
  const opts = create(GroupSearchOptsSchema, { pageOptsPage: 1, pageOptsPerPage: 60, since: "9" });
  preferNew(GroupSearchOptsSchema, opts);
  assertEquals([opts.pageOpts?.page, opts.pageOpts?.perPage, opts.sinceMs], [1n, 60n, 9n]);
  const record = create(AuditRecordSchema, { actor: { userId: "u", client: "c" } });
  fillSuperseded(AuditRecordSchema, record);
  assertEquals([record.userId, record.client], ["u", "c"]);
});

Deno.test("a log level that Mattermost knows by name gets its number", () => {
  const request = create(LogAuditRecWithLevelRequestSchema, { level: "audit-api" });
  preferNew(LogAuditRecWithLevelRequestSchema, request);
  assertEquals(request.logLevel?.id, 100n);
  const odd = create(LogAuditRecWithLevelRequestSchema, { level: "mine" });
  preferNew(LogAuditRecWithLevelRequestSchema, odd);
  assertStrictEquals(odd.logLevel, undefined);
});

Deno.test("a flag that says only that there is a value gives no value back", () => {
  const broadcast = create(WebsocketBroadcastSchema, { omitConnectionId: true });
  preferNew(WebsocketBroadcastSchema, broadcast);
  assertEquals(broadcast.omittedConnectionId, "");
  const written = create(WebsocketBroadcastSchema, { omittedConnectionId: "c" });
  fillSuperseded(WebsocketBroadcastSchema, written);
  assertEquals(written.omitConnectionId, true);
});

Deno.test("every row of the table says why, and none is listed twice", () => {
  for (const { reason } of supersededFields) assert(reason.endsWith("."));
  const names = supersededFields.map(({ schema, field }) => `${schema.name}.${field}`);
  assertEquals(new Set(names).size, names.length);
});

Deno.test("a post with nothing superseded in it stays as it is", () => {
  const post = create(PostSchema, { id: "x", props: { a: 1 }, metadata: { images: {} } });
  const before = clone(PostSchema, post);
  fillSuperseded(PostSchema, post);
  preferNew(PostSchema, post);
  assertEquals(post, before);
});
