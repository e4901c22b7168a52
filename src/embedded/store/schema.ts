/** The number of the layout below. Raise it with every change, so that old files are recognised. */
export const schemaVersion = 2;

/**
 * The tables of an embedded Mattermost.
 *
 * A table of messages keeps each whole message as protobuf JSON in `message`, and beside it, as
 * columns, what queries select and sort by. So a field that the contract gains is kept without a
 * new column. `seq` is the order of arrival: it decides between equal times.
 */
export const schema = `
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE users (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, username TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL UNIQUE, create_at INTEGER NOT NULL, update_at INTEGER NOT NULL,
  delete_at INTEGER NOT NULL, is_bot INTEGER NOT NULL, message TEXT NOT NULL) STRICT;

CREATE TABLE statuses (
  seq INTEGER PRIMARY KEY, user_id TEXT NOT NULL UNIQUE, status TEXT NOT NULL,
  message TEXT NOT NULL) STRICT;

CREATE TABLE bots (
  seq INTEGER PRIMARY KEY, user_id TEXT NOT NULL UNIQUE, owner_id TEXT NOT NULL,
  create_at INTEGER NOT NULL, delete_at INTEGER NOT NULL, message TEXT NOT NULL) STRICT;

CREATE TABLE preferences (
  seq INTEGER PRIMARY KEY, user_id TEXT NOT NULL, category TEXT NOT NULL, name TEXT NOT NULL,
  message TEXT NOT NULL, UNIQUE (user_id, category, name)) STRICT;

CREATE TABLE teams (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL, delete_at INTEGER NOT NULL, message TEXT NOT NULL) STRICT;

CREATE TABLE team_members (
  seq INTEGER PRIMARY KEY, team_id TEXT NOT NULL, user_id TEXT NOT NULL,
  delete_at INTEGER NOT NULL, message TEXT NOT NULL, UNIQUE (team_id, user_id)) STRICT;

CREATE TABLE channels (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, team_id TEXT NOT NULL, name TEXT NOT NULL,
  display_name TEXT NOT NULL, type INTEGER NOT NULL, delete_at INTEGER NOT NULL,
  message TEXT NOT NULL, UNIQUE (team_id, name)) STRICT;

CREATE TABLE channel_members (
  seq INTEGER PRIMARY KEY, channel_id TEXT NOT NULL, user_id TEXT NOT NULL,
  message TEXT NOT NULL, UNIQUE (channel_id, user_id)) STRICT;
CREATE INDEX channel_members_by_user ON channel_members (user_id);

CREATE TABLE posts (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, channel_id TEXT NOT NULL,
  user_id TEXT NOT NULL, root_id TEXT NOT NULL, create_at INTEGER NOT NULL,
  update_at INTEGER NOT NULL, delete_at INTEGER NOT NULL, message TEXT NOT NULL) STRICT;
CREATE INDEX posts_by_channel ON posts (channel_id, delete_at, create_at);
CREATE INDEX posts_by_root ON posts (root_id);

CREATE TABLE reactions (
  seq INTEGER PRIMARY KEY, post_id TEXT NOT NULL, user_id TEXT NOT NULL, emoji_name TEXT NOT NULL,
  create_at INTEGER NOT NULL, message TEXT NOT NULL,
  UNIQUE (post_id, user_id, emoji_name)) STRICT;

CREATE TABLE file_infos (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, creator_id TEXT NOT NULL,
  post_id TEXT NOT NULL, channel_id TEXT NOT NULL, create_at INTEGER NOT NULL,
  delete_at INTEGER NOT NULL, size INTEGER NOT NULL, message TEXT NOT NULL) STRICT;

CREATE TABLE files (path TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;

CREATE TABLE upload_sessions (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL,
  message TEXT NOT NULL) STRICT;

CREATE TABLE sessions (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, token TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL, message TEXT NOT NULL) STRICT;

CREATE TABLE access_tokens (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, token TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL, message TEXT NOT NULL) STRICT;

CREATE TABLE plugin_key_values (
  plugin_id TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, expire_at INTEGER NOT NULL,
  PRIMARY KEY (plugin_id, key)) STRICT, WITHOUT ROWID;
`;
