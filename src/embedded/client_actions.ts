import { clone, create, type JsonObject } from "@bufbuild/protobuf";
import { PluginAPIError } from "../api/errors.ts";
import {
  CommandArgsSchema,
  type CommandResponse,
  type FileInfo,
  type Post,
  PostSchema,
  type User,
} from "../contract/mod.ts";
import { denied, invalid } from "./app_error.ts";
import { readConfig, siteUrl } from "./config.ts";
import {
  type DialogAnswer,
  type DialogOption,
  type DialogSubmission,
  lookupDialog,
  submitDialog,
} from "./dialogs.ts";
import { type NewFile, uploadFile } from "./files.ts";
import { executeCommand } from "./execute_command.ts";
import { getChannel } from "./find_channel.ts";
import { findPost, getPost } from "./find_post.ts";
import { askPlugins, tellPlugins } from "./hooks.ts";
import { hasPermission, hasPermissionToChannel } from "./permissions.ts";
import { doPostAction, type PostActionInput, type PostActionResult } from "./post_actions.ts";
import { createPost, deletePost, updatePost } from "./posts.ts";
import type { Server } from "./server.ts";
import { clientSession } from "./sessions.ts";
import { setStatus } from "./user_status.ts";
import { getUser } from "./users.ts";

/** A message that a user posts. */
export interface PostInput {
  /** Who posts it. */
  readonly userId: string;
  /** Where; the user must be in this channel. */
  readonly channelId: string;
  /** The message, in Markdown. */
  readonly message: string;
  /** The first post of the thread that it belongs to. */
  readonly rootId?: string;
  /** The ids of the files of it, which the user has uploaded. */
  readonly fileIds?: readonly string[];
  /** What else the post has. */
  readonly props?: JsonObject;
}

/** A slash command that a user runs. */
export interface CommandInput {
  /** Who runs it. */
  readonly userId: string;
  /** Where; the user must be in this channel. */
  readonly channelId: string;
  /** The whole line, with the slash. */
  readonly command: string;
  /** A team of the user's, in a direct or group channel; elsewhere it is the channel's. */
  readonly teamId?: string;
  /** The thread that it is run in. */
  readonly rootId?: string;
}

/** What users do with a client: with the permissions that they have, and no more. */
export interface ClientActions {
  /**
   * Lets a user log in: asks `userWillLogIn`, tells `userHasLoggedIn`; they are online then.
   *
   * @throws {ValidationError} When a plugin refuses it.
   * @throws {PermissionDeniedError} When the account is deactivated.
   */
  login(userId: string): Promise<User>;
  /**
   * Posts a message.
   *
   * @throws {ValidationError} When a plugin rejects it; {@link PluginAPIError.message} says why.
   * @throws {PermissionDeniedError} When the user is not in the channel.
   */
  post(input: PostInput): Promise<Post>;
  /** Changes the message of a post of one's own. */
  editPost(input: { userId: string; postId: string; message: string }): Promise<Post>;
  /** Deletes a post of one's own. */
  deletePost(input: { userId: string; postId: string }): Promise<void>;
  /**
   * Uploads a file for a post to come.
   *
   * @throws {ValidationError} When a plugin rejects it, or it is too large.
   * @throws {PermissionDeniedError} When the user is not in the channel.
   */
  uploadFile(file: NewFile & { readonly userId: string }): Promise<FileInfo>;
  /**
   * Runs a slash command. What it answers is posted; what only the caller sees is an
   * `ephemeral_message` event.
   *
   * @throws {NotFoundError} When there is no such command.
   */
  execute(input: CommandInput): Promise<CommandResponse>;
  /**
   * Clicks a button of a post, or chooses from a menu of it.
   *
   * @throws {NotFoundError} When there is no such post or action.
   * @throws {ValidationError} When what it leads to cannot be reached or answers with no JSON.
   */
  doPostAction(input: PostActionInput): Promise<PostActionResult>;
  /** Sends a dialog off, or closes it; answers with what its plugin says. */
  submitDialog(submission: DialogSubmission): Promise<DialogAnswer>;
  /** Asks a dialog's plugin what a menu with a dynamic source offers. */
  lookupDialog(submission: DialogSubmission): Promise<readonly DialogOption[]>;
}

/** What users can do on a server. */
export function createClientActions(server: Server): ClientActions {
  const requirePermission = (userId: string, channelId: string, permission: string) => {
    getUser(server, userId);
    if (hasPermissionToChannel(server, userId, channelId, permission)) return;
    throw denied(
      "Permissions",
      "api.context.permissions.app_error",
      `The user "${userId}" lacks the permission ${permission} in the channel "${channelId}"; ` +
        `are they in it?`,
      { detailedError: `userId=${userId}, permission=${permission}` },
    );
  };
  // Nobody runs the commands of any team in a conversation, but an administrator.
  const requireTeam = (userId: string, teamId: string) => {
    if (server.tables.teamMembers.get(teamId, userId)?.deleteAt === 0n) return;
    if (hasPermission(server, userId, "create_post")) return;
    throw denied(
      "Permissions",
      "api.context.permissions.app_error",
      `The user "${userId}" is not in the team "${teamId}", whose commands are asked for; name ` +
        `one of theirs as teamId.`,
      { detailedError: `userId=${userId}, permission=create_post` },
    );
  };
  const own = (userId: string, postId: string, othersToo: string): Post => {
    const post = findPost(server, postId);
    const wanted = post?.userId === userId ? "create_post" : othersToo;
    // Who asks for a post that is not there is told no more than who may not have it.
    requirePermission(userId, post?.deleteAt === 0n ? post.channelId : "", wanted);
    return getPost(server, postId);
  };
  return {
    async login(userId) {
      const user = getUser(server, userId);
      if (user.deleteAt > 0n) {
        const message = `The account "${user.username}" is deactivated.`;
        throw denied("login", "api.user.login.inactive.app_error", message, { statusCode: 401 });
      }
      let rejection = "";
      await askPlugins(server, "userWillLogIn", async (hooks, pluginContext) => {
        rejection = await hooks.userWillLogIn({ pluginContext, user });
        return rejection === "";
      });
      if (rejection !== "") {
        const message = `Login rejected by plugin: ${rejection}`;
        throw invalid("DoLogin", message, message);
      }
      user.lastLogin = BigInt(server.now());
      server.tables.users.put(user);
      setStatus(server, userId, { status: "online" });
      tellPlugins(
        server,
        "userHasLoggedIn",
        (hooks, pluginContext) => hooks.userHasLoggedIn({ pluginContext, user }),
      );
      return user;
    },
    async post({ userId, channelId, message, rootId = "", fileIds = [], props }) {
      requirePermission(userId, channelId, "create_post");
      if (getChannel(server, channelId).deleteAt > 0n) {
        throw invalid(
          "createPost",
          "api.post.create_post.can_not_post_to_deleted.error",
          "Nobody can post to an archived channel.",
        );
      }
      const files = [...fileIds];
      const draft = { userId, channelId, message, rootId, fileIds: files, ...props && { props } };
      return await createPost(asClient(server, userId), create(PostSchema, draft));
    },
    async editPost({ userId, postId, message }) {
      const changed = clone(PostSchema, own(userId, postId, "edit_others_posts"));
      changed.message = message;
      return await updatePost(asClient(server, userId), changed);
    },
    // deno-lint-ignore require-await -- what it refuses is a rejection, as with the others
    async deletePost({ userId, postId }) {
      own(userId, postId, "delete_others_posts");
      deletePost(asClient(server, userId), postId, userId);
    },
    async uploadFile(file) {
      requirePermission(file.userId, file.channelId, "upload_file");
      const most = readConfig(server).FileSettings.MaxFileSize ?? Infinity;
      if (file.data.length > most) {
        throw new PluginAPIError({
          where: "uploadFile",
          id: "api.file.upload_file.too_large_detailed.app_error",
          message: `The file "${file.filename}" has ${file.data.length} bytes; the server takes ` +
            `${most} at most.`,
          statusCode: 413,
          params: { Filename: file.filename, Length: file.data.length, Limit: most },
        });
      }
      return await uploadFile(asClient(server, file.userId), file);
    },
    doPostAction: (input) => doPostAction(server, input),
    submitDialog: (submission) => submitDialog(server, submission),
    lookupDialog: (submission) => lookupDialog(server, submission),
    async execute({ userId, channelId, command, teamId, rootId = "" }) {
      if (!command.startsWith("/") || command.length < 2) {
        throw invalid(
          "executeCommand",
          "api.command.execute_command.start.app_error",
          `A command begins with a slash and has a name; this is "${command}".`,
        );
      }
      requirePermission(userId, channelId, "create_post");
      const ownTeamId = getChannel(server, channelId).teamId;
      if (ownTeamId === "") requireTeam(userId, teamId ?? "");
      const args = create(CommandArgsSchema, {
        userId,
        channelId,
        command,
        rootId,
        parentId: rootId,
        teamId: ownTeamId || (teamId ?? ""),
        siteUrl: siteUrl(server),
      });
      return await executeCommand(asClient(server, userId), args);
    },
  };
}

/** The same server, whose plugins are told who asks. */
function asClient(server: Server, userId: string): Server {
  const { id: sessionId } = clientSession(server, userId);
  return { ...server, origin: { sessionId, ipAddress: "127.0.0.1" } };
}
