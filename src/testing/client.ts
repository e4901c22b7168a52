/**
 * What the people of a test do with their clients.
 *
 * @module
 */
import type { JsonObject } from "@bufbuild/protobuf";
import type { Channel, CommandResponse, FileInfo, Post, User } from "../contract/mod.ts";
import type { EmbeddedMattermost } from "../embedded/embedded_mattermost.ts";
import type { EmbeddedEvent } from "../embedded/events.ts";
import type { WebSocketClient } from "../embedded/websocket_clients.ts";
import type { Seeded } from "./seed.ts";
import { type ActionsClient, actionsClient } from "./actions.ts";
import { type DialogsClient, dialogsClient, lastDialog, type OpenedDialog } from "./dialogs.ts";
import { type Person, personOf } from "./person.ts";
import { ephemeralPosts } from "./what_was_seen.ts";

/** Who does something, and where. */
export interface ActOptions {
  /** Who: an account, or a username. Default: ada. */
  readonly as?: Person | undefined;
  /** Where. Default: the test's channel. */
  readonly channel?: Channel | undefined;
}

/** A message with more than its text. */
export interface TestPostInput {
  /** The text. */
  readonly message: string;
  /** The first post of the thread. */
  readonly rootId?: string | undefined;
  /** Files that the same person has uploaded. */
  readonly files?: readonly FileInfo[] | undefined;
  /** What else it has. */
  readonly props?: JsonObject | undefined;
}

/** A file that somebody uploads. */
export interface TestFile {
  /** Its name. */
  readonly name: string;
  /** What is in it. */
  readonly content: string | Uint8Array;
}

/** What came of a command. */
export interface CommandResult {
  /** What the plugin answered. */
  readonly response: CommandResponse;
  /** The text of it. */
  readonly text: string;
  /** What its caller alone has seen meanwhile, the answer included. */
  readonly ephemeral: readonly Post[];
  /** The dialog that was opened for its caller; null where none was. */
  readonly dialog: OpenedDialog | null;
}

/** How a request is sent. */
export interface TestFetchOptions extends RequestInit {
  /** Who is logged in: an account, or a username. Default: nobody. */
  readonly as?: Person | undefined;
}

/** What people do on the server of a test. */
export interface TestClient extends ActionsClient, DialogsClient {
  /**
   * Posts a message.
   *
   * @returns the post as the server has it, after what plugins made of it
   * @throws {ValidationError} when a plugin refuses it; the message says why
   * @throws {PermissionDeniedError} when they are not in the channel
   */
  post(message: string | TestPostInput, options?: ActOptions): Promise<Post>;
  /**
   * Uploads a file for a post to come.
   *
   * @throws {ValidationError} when a plugin rejects it
   */
  upload(file: TestFile, options?: ActOptions): Promise<FileInfo>;
  /** Changes the text of a post of one's own. */
  edit(post: Post, message: string, options?: Pick<ActOptions, "as">): Promise<Post>;
  /** Deletes a post of one's own. */
  delete(post: Post, options?: Pick<ActOptions, "as">): Promise<void>;
  /**
   * Runs a slash command.
   *
   * @throws {NotFoundError} when there is no such command
   */
  command(
    line: string,
    options?: ActOptions & { readonly rootId?: string | undefined },
  ): Promise<CommandResult>;
  /**
   * Sends an HTTP request to the plugin.
   *
   * @param path below the plugin's own, such as `/status`
   */
  fetch(path: string, options?: TestFetchOptions): Promise<Response>;
  /**
   * Connects somebody's client over a WebSocket: it hears the plugin's events that are for it, and
   * sends messages, which the plugin hears of.
   *
   * @param person whose client it is; null for one on which nobody has logged in. Default: ada
   */
  connect(person?: Person | null): WebSocketClient;
  /** The posts of a channel, oldest first, without those that are deleted. */
  posts(channel?: Channel): readonly Post[];
  /** What one person alone has seen, oldest first, as it stands now. */
  ephemeralPosts(person?: Person): readonly Post[];
}

/** What the clients work with. */
export interface ClientParts {
  readonly mattermost: EmbeddedMattermost;
  readonly pluginId: string;
  readonly seeded: Seeded<string>;
  readonly events: readonly EmbeddedEvent[];
  readonly settled: () => Promise<void>;
}

/** Makes the clients. */
export function createClient(parts: ClientParts): TestClient {
  const { mattermost, pluginId, seeded, events, settled } = parts;
  const who = (as: Person | undefined): User => personOf(as ?? "ada", seeded.users);
  const where = (channel: Channel | undefined) => (channel ?? seeded.channel).id;
  return {
    ...actionsClient(parts),
    ...dialogsClient(parts),
    async post(given, { as, channel } = {}) {
      const { message, rootId, props, files = [] } = typeof given === "string"
        ? { message: given }
        : given;
      return await mattermost.post({
        userId: who(as).id,
        channelId: where(channel),
        message,
        fileIds: files.map(({ id }) => id),
        ...rootId !== undefined && { rootId },
        ...props !== undefined && { props },
      });
    },
    upload: ({ name, content }, { as, channel } = {}) =>
      mattermost.uploadFile({
        userId: who(as).id,
        channelId: where(channel),
        filename: name,
        data: typeof content === "string" ? new TextEncoder().encode(content) : content,
      }),
    edit: (post, message, { as } = {}) =>
      mattermost.editPost({ userId: who(as).id, postId: post.id, message }),
    delete: (post, { as } = {}) => mattermost.deletePost({ userId: who(as).id, postId: post.id }),
    async command(line, { as, channel, rootId } = {}) {
      const userId = who(as).id;
      const first = events.length;
      const response = await mattermost.execute({
        userId,
        channelId: where(channel),
        command: line,
        teamId: seeded.team.id,
        ...rootId !== undefined && { rootId },
      });
      await settled();
      const since = events.slice(first);
      return {
        response,
        text: response.text,
        ephemeral: ephemeralPosts(since, userId),
        dialog: lastDialog(since, userId) ?? null,
      };
    },
    fetch(path, { as, ...init } = {}) {
      if (!path.startsWith("/")) {
        throw new TypeError(
          `fetch("${path}"): a path of the plugin is expected, such as "/status"`,
        );
      }
      const identity = as === undefined ? {} : { userId: who(as).id };
      const url = new URL(`/plugins/${pluginId}${path}`, "http://localhost:8065");
      return mattermost.fetch(new Request(url, init), identity);
    },
    connect: (person) => mattermost.connectWebSocket(person === null ? "" : who(person).id),
    posts: (channel) => mattermost.posts(where(channel)),
    ephemeralPosts: (person) => ephemeralPosts(events, who(person).id),
  };
}
