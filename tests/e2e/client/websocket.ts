/** A client of Mattermost's WebSocket, which tells clients what happens. @module */
import type { Person } from "./rest.ts";

/** Something that happened. */
export interface Event {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly broadcast: { readonly channel_id: string; readonly user_id: string };
}

/** A connection that gathers what happens. */
export interface Listener extends Disposable {
  /** All that happened since it was opened, oldest first. */
  readonly events: readonly Event[];
  /** Sends a message, such as one that is meant for a plugin. */
  readonly send: (action: string, data: Readonly<Record<string, unknown>>) => void;
  /** Waits for the first event, past or to come, that is accepted. */
  readonly next: (what: string, accept: (event: Event) => boolean, ms?: number) => Promise<Event>;
}

/** Connects as somebody and waits until the server has said hello. */
export async function listen(url: string, person: Person): Promise<Listener> {
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/api/v4/websocket`);
  const events: Event[] = [];
  const watchers = new Set<() => void>();
  let closed: string | undefined;
  let sent = 0;
  const send: Listener["send"] = (action, data) =>
    socket.send(JSON.stringify({ seq: ++sent, action, data }));
  const notify = () => watchers.forEach((watcher) => watcher());
  socket.onopen = () => send("authentication_challenge", { token: person.token });
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data) as Event | { readonly seq_reply: number };
    if ("event" in message) events.push(message);
    notify();
  };
  socket.onclose = ({ code, reason }) => {
    closed = `the WebSocket was closed: ${code} ${reason}`;
    notify();
  };
  const listener: Listener = {
    events,
    send,
    async next(what, accept, ms = 15_000) {
      const { promise, resolve, reject } = Promise.withResolvers<Event>();
      const look = () => {
        const found = events.find(accept);
        if (found) resolve(found);
        else if (closed) reject(new Error(closed));
      };
      const timer = setTimeout(() => {
        const seen = events.map(({ event }) => event).join(", ");
        reject(new Error(`no event "${what}" within ${ms} ms; there were: ${seen}`));
      }, ms);
      watchers.add(look);
      look();
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        watchers.delete(look);
      }
    },
    [Symbol.dispose]() {
      socket.onclose = null;
      socket.close();
    },
  };
  await listener.next("hello", ({ event }) => event === "hello");
  return listener;
}
