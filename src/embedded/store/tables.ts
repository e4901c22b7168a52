import {
  BotSchema,
  ChannelMemberSchema,
  ChannelSchema,
  FileInfoSchema,
  PostSchema,
  PreferenceSchema,
  ReactionSchema,
  SessionSchema,
  StatusSchema,
  TeamMemberSchema,
  TeamSchema,
  UploadSessionSchema,
  UserAccessTokenSchema,
  UserSchema,
} from "../../contract/mod.ts";
import type { Database } from "./database.ts";
import { openTable, type Table } from "./table.ts";

/** Every table of messages of an embedded Mattermost. */
export interface Tables {
  /** Accounts, those of bots among them. */
  readonly users: Table<typeof UserSchema>;
  /** Who is online; a user without a row is offline. */
  readonly statuses: Table<typeof StatusSchema>;
  /** What bots have beside their account. */
  readonly bots: Table<typeof BotSchema>;
  /** Users' preferences. */
  readonly preferences: Table<typeof PreferenceSchema>;
  /** Teams, archived ones among them. */
  readonly teams: Table<typeof TeamSchema>;
  /** Who is in which team, those who left among them. */
  readonly teamMembers: Table<typeof TeamMemberSchema>;
  /** Channels, archived ones among them. */
  readonly channels: Table<typeof ChannelSchema>;
  /** Who is in which channel. */
  readonly channelMembers: Table<typeof ChannelMemberSchema>;
  /** Posts, deleted ones among them. */
  readonly posts: Table<typeof PostSchema>;
  /** Reactions to posts. */
  readonly reactions: Table<typeof ReactionSchema>;
  /** What is known of files; their bytes are beside. */
  readonly fileInfos: Table<typeof FileInfoSchema>;
  /** Files of which not all parts have come yet. */
  readonly uploadSessions: Table<typeof UploadSessionSchema>;
  /** Who is logged in. */
  readonly sessions: Table<typeof SessionSchema>;
  /** Access tokens of bots and users. */
  readonly accessTokens: Table<typeof UserAccessTokenSchema>;
}

/** Opens every table of messages. */
export function openTables(database: Database): Tables {
  return {
    users: openTable(database, {
      name: "users",
      schema: UserSchema,
      key: ["id"],
      columns: {
        id: (user) => user.id,
        username: (user) => user.username,
        email: (user) => user.email,
        create_at: (user) => user.createAt,
        update_at: (user) => user.updateAt,
        delete_at: (user) => user.deleteAt,
        is_bot: (user) => user.isBot ? 1 : 0,
      },
    }),
    statuses: openTable(database, {
      name: "statuses",
      schema: StatusSchema,
      key: ["user_id"],
      columns: { user_id: (status) => status.userId, status: (status) => status.status },
    }),
    bots: openTable(database, {
      name: "bots",
      schema: BotSchema,
      key: ["user_id"],
      columns: {
        user_id: (bot) => bot.userId,
        owner_id: (bot) => bot.ownerId,
        create_at: (bot) => bot.createAt,
        delete_at: (bot) => bot.deleteAt,
      },
    }),
    preferences: openTable(database, {
      name: "preferences",
      schema: PreferenceSchema,
      key: ["user_id", "category", "name"],
      columns: {
        user_id: (preference) => preference.userId,
        category: (preference) => preference.category,
        name: (preference) => preference.name,
      },
    }),
    teams: openTable(database, {
      name: "teams",
      schema: TeamSchema,
      key: ["id"],
      columns: {
        id: (team) => team.id,
        name: (team) => team.name,
        display_name: (team) => team.displayName,
        delete_at: (team) => team.deleteAt,
      },
    }),
    teamMembers: openTable(database, {
      name: "team_members",
      schema: TeamMemberSchema,
      key: ["team_id", "user_id"],
      columns: {
        team_id: (member) => member.teamId,
        user_id: (member) => member.userId,
        delete_at: (member) => member.deleteAt,
      },
    }),
    channels: openTable(database, {
      name: "channels",
      schema: ChannelSchema,
      key: ["id"],
      columns: {
        id: (channel) => channel.id,
        team_id: (channel) => channel.teamId,
        name: (channel) => channel.name,
        display_name: (channel) => channel.displayName,
        type: (channel) => channel.type,
        delete_at: (channel) => channel.deleteAt,
      },
    }),
    channelMembers: openTable(database, {
      name: "channel_members",
      schema: ChannelMemberSchema,
      key: ["channel_id", "user_id"],
      columns: {
        channel_id: (member) => member.channelId,
        user_id: (member) => member.userId,
      },
    }),
    posts: openTable(database, {
      name: "posts",
      schema: PostSchema,
      key: ["id"],
      columns: {
        id: (post) => post.id,
        channel_id: (post) => post.channelId,
        user_id: (post) => post.userId,
        root_id: (post) => post.rootId,
        create_at: (post) => post.createAt,
        update_at: (post) => post.updateAt,
        delete_at: (post) => post.deleteAt,
      },
    }),
    reactions: openTable(database, {
      name: "reactions",
      schema: ReactionSchema,
      key: ["post_id", "user_id", "emoji_name"],
      columns: {
        post_id: (reaction) => reaction.postId,
        user_id: (reaction) => reaction.userId,
        emoji_name: (reaction) => reaction.emojiName,
        create_at: (reaction) => reaction.createAt,
      },
    }),
    fileInfos: openTable(database, {
      name: "file_infos",
      schema: FileInfoSchema,
      key: ["id"],
      columns: {
        id: (info) => info.id,
        creator_id: (info) => info.creatorId,
        post_id: (info) => info.postId,
        channel_id: (info) => info.channelId,
        create_at: (info) => info.createAt,
        delete_at: (info) => info.deleteAt,
        size: (info) => info.size,
      },
    }),
    uploadSessions: openTable(database, {
      name: "upload_sessions",
      schema: UploadSessionSchema,
      key: ["id"],
      columns: { id: (session) => session.id, user_id: (session) => session.userId },
    }),
    sessions: openTable(database, {
      name: "sessions",
      schema: SessionSchema,
      key: ["id"],
      columns: {
        id: (session) => session.id,
        token: (session) => session.token,
        user_id: (session) => session.userId,
      },
    }),
    accessTokens: openTable(database, {
      name: "access_tokens",
      schema: UserAccessTokenSchema,
      key: ["id"],
      columns: {
        id: (token) => token.id,
        token: (token) => token.token,
        user_id: (token) => token.userId,
      },
    }),
  };
}
