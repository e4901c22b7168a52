/** What the checks read of the REST API's objects. @module */

/** A post as clients see it. */
export interface Post {
  readonly id: string;
  readonly user_id: string;
  readonly channel_id: string;
  readonly message: string;
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly file_ids?: readonly string[];
}

/** A list of posts. */
export interface PostList {
  /** Ids, newest first. */
  readonly order: readonly string[];
  readonly posts: Readonly<Record<string, Post>>;
}

/** An installed plugin, as an administrator sees it. */
export interface PluginStatus {
  readonly plugin_id: string;
  /** One of {@link PLUGIN_STATES}. */
  readonly state: number;
  readonly error: string;
  readonly version: string;
}

/** The states of a plugin, by number. */
export const PLUGIN_STATES = [
  "not running",
  "starting",
  "running",
  "failed to start",
  "failed to stay running",
  "stopping",
] as const;
