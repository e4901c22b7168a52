/** What the scenarios are played on: a real Mattermost, or the embedded one. @module */

/** JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Something that was refused, as its caller can tell it: the message's wording is each server's own. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    /** What is known of it. */
    readonly error: { readonly name?: string; readonly id: string; readonly status: number },
    message = "",
  ) {
    super(`${error.status} ${error.id} ${message}`);
  }
}

/** What a client is told over its WebSocket. */
export interface Heard {
  readonly event: string;
  readonly data: JsonObject;
}

/** A client's WebSocket. */
export interface Listener extends Disposable {
  /** What it was told until now, oldest first. */
  heard(): readonly Heard[];
}

/** An account. */
export interface Account {
  readonly id: string;
  readonly username: string;
}

/** A message that somebody posts. */
export interface Draft {
  readonly message: string;
  readonly rootId?: string;
  readonly props?: JsonObject;
  readonly fileIds?: readonly string[];
}

/** What somebody does with a client. What is refused throws {@link Refusal}. */
export interface Client {
  post(channelId: string, draft: Draft): Promise<JsonObject>;
  edit(postId: string, message: string): Promise<JsonObject>;
  remove(postId: string): Promise<void>;
  execute(channelId: string, command: string): Promise<JsonObject>;
  /** Uploads a text file to a channel. */
  upload(channelId: string, filename: string, text: string): Promise<JsonObject>;
  /** Clicks a button of a post, or chooses from a menu of it. */
  act(postId: string, actionId: string, selectedOption?: string): Promise<JsonObject>;
  /** Sends a dialog off, or closes it; the fields are named as in REST. */
  submit(submission: JsonObject): Promise<JsonObject>;
  /** Sends a request that begins with `/plugins/…`. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Listens, until it is disposed of. */
  listen(): Promise<Listener>;
}

/** A server to play on, with the plugin of the scenarios on it. */
export interface Target {
  /** The server's address. */
  readonly site: string;
  /** A client with nobody logged in. */
  readonly nobody: Pick<Client, "fetch">;
  /** Logs somebody in. @throws {Refusal} */
  logIn(account: Account): Promise<Client>;
}

/** The password of every account that is made for the scenarios. */
export const PASSWORD = "Correct-horse-7";

/** The plugin's id. */
export const PLUGIN_ID = "com.example.scenarios";
