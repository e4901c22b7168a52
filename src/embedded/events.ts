import type {
  OpenDialogRequest,
  Post,
  Reaction,
  Status,
  User,
  WebsocketBroadcast,
} from "../contract/mod.ts";
import type { JsonObject, JsonValue } from "@bufbuild/protobuf";

/** How grave a log line is. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** A line of the server's log. */
export interface LogEvent {
  /** What kind of event this is. */
  readonly type: "log";
  /** When, in Unix milliseconds. */
  readonly at: number;
  /** How grave it is. */
  readonly level: LogLevel;
  /** The plugin that it came from or is about; `""` for the server itself. */
  readonly pluginId: string;
  /** The line's text. */
  readonly message: string;
  /** What stands beside the text, by name. */
  readonly fields: Readonly<Record<string, JsonValue>>;
}

/**
 * What happens on an embedded Mattermost. The types that a Mattermost client would hear over its
 * WebSocket have that event's name.
 */
export type EmbeddedEvent =
  /** A post came into a channel. */
  | { readonly type: "posted"; readonly post: Post }
  /** A post was changed. */
  | { readonly type: "post_edited"; readonly post: Post; readonly oldPost: Post }
  /** A post was deleted; `deletedBy` is a user's or a plugin's id. */
  | { readonly type: "post_deleted"; readonly post: Post; readonly deletedBy: string }
  /** A post that one user alone sees came, changed or went. */
  | {
    readonly type: "ephemeral_message";
    readonly change: "posted" | "edited" | "deleted";
    readonly userId: string;
    readonly post: Post;
  }
  /** A plugin opened a dialog for a user; the trigger id is the client's. */
  | {
    readonly type: "open_dialog";
    readonly userId: string;
    readonly request: OpenDialogRequest;
  }
  /** A reaction came or went. */
  | { readonly type: "reaction_added" | "reaction_removed"; readonly reaction: Reaction }
  /** An account was created or changed. */
  | { readonly type: "new_user" | "user_updated"; readonly user: User }
  /** A user went online, away, offline or wants no disturbance. */
  | { readonly type: "status_change"; readonly status: Status }
  /** Somebody is writing in a channel, or in the thread under `rootId`. */
  | {
    readonly type: "typing";
    readonly userId: string;
    readonly channelId: string;
    readonly rootId: string;
  }
  /** A plugin sent mail. */
  | {
    readonly type: "mail";
    readonly to: string;
    readonly subject: string;
    readonly htmlBody: string;
  }
  /** A plugin's own event; `event` is the whole name, `custom_<plugin id>_<name>`. */
  | {
    readonly type: "custom";
    readonly pluginId: string;
    readonly event: string;
    readonly payload: JsonObject;
    readonly broadcast: WebsocketBroadcast;
  }
  /** A plugin became active, stopped, or failed to start. */
  | {
    readonly type: "plugin_status_changed";
    readonly pluginId: string;
    readonly state: "running" | "not_running" | "failed_to_start";
  }
  | LogEvent;

/** Hears every event, in order. What it throws is reported and keeps nobody else from hearing. */
export type EventListener = (event: EmbeddedEvent) => void;

/** The events of an embedded Mattermost, from now on: for a listener, or to iterate over. */
export interface Events extends AsyncIterable<EmbeddedEvent> {
  /**
   * Calls `listener` with every event from now on.
   *
   * @returns A function that ends this.
   */
  subscribe(listener: EventListener): () => void;
}

/** The events, with the side that makes them. */
export interface EventBus extends Events {
  /** Tells every listener, before it returns. */
  emit(event: EmbeddedEvent): void;
  /** Ends every iteration. */
  close(): void;
}

/** Makes the events of one server. */
export function createEventBus(): EventBus {
  const listeners = new Set<EventListener>();
  const closers = new Set<() => void>();
  const subscribe = (listener: EventListener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    emit(event) {
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (error) {
          reportError(error);
        }
      }
    },
    subscribe,
    close() {
      for (const close of [...closers]) close();
    },
    [Symbol.asyncIterator]: () => iterate(subscribe, closers),
  };
}

/** An iteration holds what happened since it began and was not asked for yet. */
function iterate(
  subscribe: (listener: EventListener) => () => void,
  closers: Set<() => void>,
): AsyncIterator<EmbeddedEvent> {
  const waiting: EmbeddedEvent[] = [];
  let wake: (() => void) | undefined;
  let ended = false;
  const unsubscribe = subscribe((event) => {
    waiting.push(event);
    wake?.();
  });
  const close = () => {
    ended = true;
    unsubscribe();
    closers.delete(close);
    wake?.();
  };
  closers.add(close);
  return {
    async next() {
      while (waiting.length === 0 && !ended) {
        await new Promise<void>((resolve) => wake = resolve);
        wake = undefined;
      }
      const value = waiting.shift();
      return value ? { value, done: false } : { value: undefined, done: true };
    },
    return() {
      close();
      waiting.length = 0;
      return Promise.resolve({ value: undefined, done: true });
    },
  };
}
