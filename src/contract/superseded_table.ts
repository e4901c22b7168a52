/**
 * The one table of fields that took the place of older ones.
 *
 * The old fields of the wire are kept for peers that know nothing else. Where one cannot hold what
 * Go has, a new field (number 100 or above) does. Integers that are merely too wide are not listed:
 * see `wide_integers.ts`.
 *
 * @module
 */

import { create } from "@bufbuild/protobuf";
import {
  SearchParameterSchema,
  SearchParamsSchema,
  SidebarCategoryWithChannelsSchema,
} from "../../gen/mattermost/pluginapi/v1/api_channel_post_pb.ts";
import { GetFileInfosOptionsSchema } from "../../gen/mattermost/pluginapi/v1/api_file_bot_pb.ts";
import { WebsocketBroadcastSchema } from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import {
  AuditEventActorSchema,
  AuditRecordSchema,
  CommandArgsSchema,
  CommandResponseSchema,
  GroupSchema,
  GroupSearchOptsSchema,
  LogAuditRecWithLevelRequestSchema,
  OAuthAppSchema,
  PageOptsSchema,
  PluginHTTPRequestSchema,
  PluginHTTPResponseSchema,
  PropertyFieldSearchOptsSchema,
  PropertyValueSearchOptsSchema,
  PushNotificationSchema,
  SharedChannelSchema,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { PostEmbedSchema, PostListSchema } from "../../gen/mattermost/pluginapi/v1/post_pb.ts";
import {
  decimal,
  firstOf,
  headerList,
  headerMap,
  levelNamed,
  listOf,
  objectOf,
  sortingName,
  sortingNumber,
  valueOf,
} from "./superseded_conversions.ts";
import { row, type SupersededField } from "./superseded_row.ts";
import { saturate } from "./wide_integers.ts";

const POINTER = "Go has a pointer: absent and empty are not the same.";
const LIST = "Go has a list; the old field holds one value.";

/** Every field that took the place of older ones. */
// Called, and marked as pure, so that a bundle in which nothing needs the table does not carry it.
export const supersededFields: readonly SupersededField[] = /* @__PURE__ */ (() => [
  row(PostEmbedSchema, "dataValue", ["data"], "Go has any value; the old field holds objects.", {
    toOld: (value) => ({ data: objectOf(value) }),
    toNew: ({ data }) => data && valueOf(data),
  }),
  row(PostListSchema, "hasNextOptional", ["hasNext"], POINTER, {
    toOld: (hasNext) => ({ hasNext }),
    toNew: ({ hasNext }) => hasNext || undefined,
  }),
  row(
    PostListSchema,
    "firstInaccessiblePostTimeMs",
    ["firstInaccessiblePostTime"],
    "Go has a time; the old field says only that there is one, so it gives no time back.",
    { toOld: (time) => ({ firstInaccessiblePostTime: time !== 0n }) },
  ),

  row(SearchParameterSchema, "termsOptional", ["terms"], POINTER, {
    toOld: (terms) => ({ terms }),
    toNew: ({ terms }) => terms || undefined,
  }),
  row(SearchParameterSchema, "isOrSearchOptional", ["isOrSearch"], POINTER, {
    toOld: (isOrSearch) => ({ isOrSearch }),
    toNew: ({ isOrSearch }) => isOrSearch || undefined,
  }),
  row(SearchParameterSchema, "timeZoneOffsetOptional", ["timeZoneOffset"], POINTER, {
    toOld: (timeZoneOffset) => ({ timeZoneOffset }),
    toNew: ({ timeZoneOffset }) => timeZoneOffset || undefined,
  }),
  row(SearchParameterSchema, "pageOptional", ["page"], POINTER, {
    toOld: (page) => ({ page: saturate(page) }),
    toNew: ({ page }) => page === 0 ? undefined : BigInt(page),
  }),
  row(SearchParameterSchema, "perPageOptional", ["perPage"], POINTER, {
    toOld: (perPage) => ({ perPage: saturate(perPage) }),
    toNew: ({ perPage }) => perPage === 0 ? undefined : BigInt(perPage),
  }),
  row(
    SearchParameterSchema,
    "includeDeletedChannelsOptional",
    ["includeDeletedChannels"],
    POINTER,
    {
      toOld: (includeDeletedChannels) => ({ includeDeletedChannels }),
      toNew: ({ includeDeletedChannels }) => includeDeletedChannels || undefined,
    },
  ),
  row(SearchParamsSchema, "excludedAfterDay", ["excludedAfterDate"], "Go has one day, no list.", {
    toOld: (day) => ({ excludedAfterDate: listOf(day) }),
    toNew: ({ excludedAfterDate }) => firstOf(excludedAfterDate),
  }),
  row(SearchParamsSchema, "excludedBeforeDay", ["excludedBeforeDate"], "Go has one day, no list.", {
    toOld: (day) => ({ excludedBeforeDate: listOf(day) }),
    toNew: ({ excludedBeforeDate }) => firstOf(excludedBeforeDate),
  }),
  row(SearchParamsSchema, "excludedDay", ["excludedDates"], "Go has one day, no list.", {
    toOld: (day) => ({ excludedDates: listOf(day) }),
    toNew: ({ excludedDates }) => firstOf(excludedDates),
  }),

  row(
    SidebarCategoryWithChannelsSchema,
    "sortingName",
    ["sorting"],
    "Go has a word; the old field numbers the words of its time.",
    {
      toOld: (name) => ({ sorting: sortingNumber(name) }),
      toNew: ({ sorting }) => sortingName(sorting),
    },
  ),
  row(GetFileInfosOptionsSchema, "userIds", ["userId"], LIST, {
    toOld: (ids) => ({ userId: firstOf(ids) ?? "" }),
    toNew: ({ userId }) => userId ? [userId] : undefined,
  }),
  row(GetFileInfosOptionsSchema, "channelIds", ["channelId"], LIST, {
    toOld: (ids) => ({ channelId: firstOf(ids) ?? "" }),
    toNew: ({ channelId }) => channelId ? [channelId] : undefined,
  }),
  row(GetFileInfosOptionsSchema, "sortDescending", ["sortOrder"], "Go has a flag, no word.", {
    toOld: (descending) => ({ sortOrder: descending ? "desc" : "" }),
    toNew: ({ sortOrder }) => /^desc/i.test(sortOrder) || undefined,
  }),
  row(
    WebsocketBroadcastSchema,
    "omittedConnectionId",
    ["omitConnectionId"],
    "Go names the connection; the old field says only that there is one.",
    { toOld: (id) => ({ omitConnectionId: id !== "" }) },
  ),

  row(
    CommandArgsSchema,
    "userMentions",
    ["userMention"],
    "Go has a map of names to ids; how a string shall hold one was never said.",
    {},
  ),
  row(
    CommandArgsSchema,
    "channelMentions",
    ["channelMention"],
    "Go has a map of names to ids; how a string shall hold one was never said.",
    {},
  ),
  row(
    CommandResponseSchema,
    "messageAttachments",
    ["attachments"],
    "Go's attachments are no command responses: they share a text and nothing else.",
    {},
  ),
  row(OAuthAppSchema, "callbackUrlList", ["callbackUrls"], "A comma may be part of an address.", {
    toOld: (urls) => ({ callbackUrls: urls.join(",") }),
    toNew: ({ callbackUrls }) =>
      callbackUrls === "" ? undefined : callbackUrls.split(",").map((url) => url.trim()),
  }),
  row(GroupSchema, "nameOptional", ["name"], POINTER, {
    toOld: (name) => ({ name }),
    toNew: ({ name }) => name || undefined,
  }),
  row(GroupSchema, "remoteIdOptional", ["remoteId"], POINTER, {
    toOld: (remoteId) => ({ remoteId }),
    toNew: ({ remoteId }) => remoteId || undefined,
  }),
  row(
    GroupSearchOptsSchema,
    "filterAllowReferenceFlag",
    ["filterAllowReference"],
    "Go has a flag, no word.",
    {
      toOld: (flag) => ({ filterAllowReference: flag ? "true" : "" }),
      toNew: ({ filterAllowReference }) => filterAllowReference === "true" || undefined,
    },
  ),
  row(GroupSearchOptsSchema, "sinceMs", ["since"], "Go has a time, no text.", {
    toOld: (since) => ({ since: String(since) }),
    toNew: ({ since }) => decimal(since),
  }),
  row(
    GroupSearchOptsSchema,
    "filterHasMemberUserId",
    ["filterHasMember"],
    "Go names the user; the old field says only that there is one.",
    { toOld: (userId) => ({ filterHasMember: userId !== "" }) },
  ),
  row(
    GroupSearchOptsSchema,
    "includeChannelMemberCountChannelId",
    ["includeChannelMemberCount"],
    "Go names the channel; the old field says only that there is one.",
    { toOld: (channelId) => ({ includeChannelMemberCount: channelId !== "" }) },
  ),
  row(
    GroupSearchOptsSchema,
    "pageOpts",
    ["pageOptsPage", "pageOptsPerPage"],
    "Go has a pointer to a pair: without it there are no pages.",
    {
      toOld: ({ page, perPage }) => ({
        pageOptsPage: saturate(page),
        pageOptsPerPage: saturate(perPage),
      }),
      toNew: ({ pageOptsPage, pageOptsPerPage }) =>
        pageOptsPage === 0 && pageOptsPerPage === 0 ? undefined : create(PageOptsSchema, {
          page: BigInt(pageOptsPage),
          perPage: BigInt(pageOptsPerPage),
        }),
    },
  ),
  row(SharedChannelSchema, "isHome", ["home"], "Go has a flag, no word.", {
    toOld: (home) => ({ home: home ? "true" : "" }),
    toNew: ({ home }) => home === "true" || undefined,
  }),
  row(PropertyFieldSearchOptsSchema, "targetIds", ["targetId"], LIST, {
    toOld: (ids) => ({ targetId: firstOf(ids) ?? "" }),
    toNew: ({ targetId }) => targetId ? [targetId] : undefined,
  }),
  row(PropertyValueSearchOptsSchema, "targetIds", ["targetId"], LIST, {
    toOld: (ids) => ({ targetId: firstOf(ids) ?? "" }),
    toNew: ({ targetId }) => targetId ? [targetId] : undefined,
  }),

  row(AuditRecordSchema, "eventName", ["event"], "Go has a name and data beside it.", {
    toOld: (event) => ({ event }),
    toNew: ({ event }) => event || undefined,
  }),
  row(
    AuditRecordSchema,
    "actor",
    ["userId", "sessionId", "client", "ipAddress"],
    "Go's actor also holds what X-Forwarded-For said.",
    {
      toOld: ({ userId, sessionId, client, ipAddress }) => ({
        userId,
        sessionId,
        client,
        ipAddress,
      }),
      toNew: ({ userId, sessionId, client, ipAddress }) =>
        userId || sessionId || client || ipAddress
          ? create(AuditEventActorSchema, { userId, sessionId, client, ipAddress })
          : undefined,
    },
  ),
  row(
    LogAuditRecWithLevelRequestSchema,
    "logLevel",
    ["level"],
    "Go's level has a number and flags beside its name.",
    {
      toOld: ({ name }) => ({ level: name }),
      toNew: ({ level }) => levelNamed(level),
    },
  ),
  row(PushNotificationSchema, "badgeCount", ["badge"], "Go has a number, no text.", {
    toOld: (count) => ({ badge: String(count) }),
    toNew: ({ badge }) => decimal(badge),
  }),
  row(PushNotificationSchema, "contentAvailable", ["contAva"], "Go has a number, no text.", {
    toOld: (available) => ({ contAva: String(available) }),
    toNew: ({ contAva }) => decimal(contAva),
  }),
  row(PluginHTTPRequestSchema, "headerList", ["headers"], "A header may have several values.", {
    toOld: (list) => ({ headers: headerMap(list) }),
    toNew: ({ headers }) => headerList(headers),
  }),
  row(PluginHTTPResponseSchema, "headerList", ["headers"], "A header may have several values.", {
    toOld: (list) => ({ headers: headerMap(list) }),
    toNew: ({ headers }) => headerList(headers),
  }),
])();
