/** Who and what there is when a scenario begins, and what it does with them. @module */
import {
  type Account,
  type Client,
  type Json,
  type JsonObject,
  type Listener,
  PASSWORD,
  PLUGIN_ID,
  Refusal,
  type Target,
} from "./target.ts";

/** The actors: only eve cannot log in, because her account is deactivated. */
export type Actor = "admin" | "ada" | "bob" | "carol" | "dan" | "eve";

/** The ids of everybody and everything that is there from the start. */
export interface Ids extends Readonly<Record<Actor, string>> {
  /** The team of ada, bob and carol; the administrator is in it, too. */
  readonly team: string;
  /** A public channel of it, with ada and bob. */
  readonly channel: string;
  /** A private channel of it, with ada alone. */
  readonly cellar: string;
  /** An id like any other, of nothing. */
  readonly unknown: string;
  /** No id at all. */
  readonly malformed: string;
}

/** What a scenario works with. */
export interface Scene {
  readonly ids: Ids;
  readonly site: string;
  /** Calls a method of the plugin API. @throws {Refusal} */
  call<T = JsonObject>(method: string, request?: JsonObject): Promise<T>;
  /** Gives what came of something, refused or not, for scenarios of several steps. */
  outcome(work: Promise<unknown>): Promise<Json>;
  /** Whether what is refused is refused with these words in the message, whatever else it says. */
  says(work: Promise<unknown>, words: string): Promise<boolean>;
  /** What an actor does with a client. */
  as(actor: Exclude<Actor, "eve">): Client;
  /** What anybody does who is not logged in. */
  readonly nobody: Pick<Client, "fetch">;
  /** Logs somebody in whom the scenario has made. @throws {Refusal} */
  logIn(account: Account): Promise<Client>;
  /** Gives a name to the id of what a scenario made: results have the name then. */
  name<T>(name: string, thing: T): T;
  /** Makes an account with this username. */
  user(username: string, more?: JsonObject): Promise<string>;
  /** Makes a channel in the team; public, without members. */
  newChannel(name: string, more?: JsonObject): Promise<string>;
  /** Has the plugin post for ada in the channel. */
  newPost(name: string, more?: JsonObject): Promise<string>;
  /**
   * What of these events the actors are told while something is done, and up to its end.
   *
   * @param events the names; of the plugin's own, what follows `custom_<plugin id>_`
   */
  heard(
    actors: readonly Exclude<Actor, "eve">[],
    events: readonly string[],
    work: () => Promise<unknown>,
  ): Promise<JsonObject>;
  /** Waits until a hook has been called that often since the beginning of the scenario. */
  seen(hook: string, times?: number): Promise<readonly Json[]>;
}

/** How long to wait for what must come, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Everybody and everything, and the way to play with them. */
export interface Stage {
  /** A scene of its own for a scenario. */
  readonly scene: () => Promise<Scene>;
  /** The names of ids and texts, for results. */
  readonly names: ReadonlyMap<string, string>;
}

/** Makes everybody and everything, by the plugin's own API. */
export async function setStage(target: Target): Promise<Stage> {
  const names = new Map<string, string>([[target.site, "<site>"]]);
  const name = <T>(called: string, thing: T): T => {
    const id = typeof thing === "string"
      ? thing
      : (thing as { id?: string; user_id?: string }).id || (thing as { user_id?: string }).user_id;
    if (id !== undefined) names.set(id, `<${called}>`);
    return thing;
  };
  const own = `/plugins/${PLUGIN_ID}`;
  const call: Scene["call"] = async <T>(method: string, request: JsonObject = {}) => {
    const response = await target.nobody.fetch(`${own}/call`, {
      method: "POST",
      body: JSON.stringify({ method, request }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${JSON.stringify(request)}: ${text}`);
    const { value, error, message } = JSON.parse(text);
    if (error !== undefined) throw new Refusal(error, message);
    return value as T;
  };
  const user = async (username: string, more: JsonObject = {}): Promise<string> => {
    const email = `${username}@example.com`;
    const made = await call<Account>("createUser", {
      user: { username, email, password: PASSWORD, ...more },
    });
    return name(username, made).id;
  };
  const newChannel = async (called: string, more: JsonObject = {}): Promise<string> => {
    const made = await call<{ id: string }>("createChannel", {
      channel: { teamId: ids.team, name: called, displayName: called, type: 1, ...more },
    });
    return name(called, made).id;
  };
  const people: Record<string, string> = {};
  for (const actor of ["admin", "ada", "bob", "carol", "dan", "eve"] as const) {
    people[actor] = name(actor, await user(`${actor}-at-sea`, { firstName: actor }));
  }
  const actors = people as Record<Actor, string>;
  await call("updateUserRoles", { userId: actors.admin, newRoles: "system_admin system_user" });
  const { id: team } = name(
    "team",
    await call<{ id: string }>("createTeam", {
      team: { name: "harbour", displayName: "Harbour", type: 1, email: "harbour@example.com" },
    }),
  );
  const ids = {
    ...actors,
    team,
    channel: "",
    cellar: "",
    unknown: "unknownunknownunknownunkno",
    malformed: "not an id",
  };
  name("unknown", ids.unknown);
  for (const actor of ["admin", "ada", "bob", "carol", "eve"] as const) {
    await call("createTeamMember", { teamId: team, userId: ids[actor] });
  }
  await call("updateUserActive", { userId: ids.eve, active: false });
  ids.channel = name("channel", await newChannel("pier", { displayName: "The pier" }));
  ids.cellar = name("cellar", await newChannel("cellar", { type: 2 }));
  for (const [channelId, userId] of [[0, "ada"], [0, "bob"], [1, "ada"]] as const) {
    await call("addChannelMember", {
      channelId: channelId === 0 ? ids.channel : ids.cellar,
      userId: ids[userId],
    });
  }
  const clients = new Map<string, Client>();
  for (const actor of ["admin", "ada", "bob", "carol", "dan"] as const) {
    clients.set(actor, await target.logIn({ id: ids[actor], username: `${actor}-at-sea` }));
  }
  const as: Scene["as"] = (actor) => clients.get(actor)!;

  const newPost = async (called: string, more: JsonObject = {}): Promise<string> => {
    const post = { userId: ids.ada, channelId: ids.channel, message: called, ...more };
    return name(called, await call<{ id: string }>("createPost", { post })).id;
  };
  const outcome: Scene["outcome"] = async (work) => {
    try {
      return await work as Json ?? null;
    } catch (error) {
      if (error instanceof Refusal) return { refused: error.error };
      throw error;
    }
  };
  const says: Scene["says"] = async (work, words) => {
    try {
      await work;
    } catch (error) {
      if (error instanceof Refusal) return error.message.includes(words);
      throw error;
    }
    throw new Error(`nothing was refused with the words "${words}"`);
  };
  let marks = 0;
  const heard: Scene["heard"] = async (actors, events, work) => {
    using stack = new DisposableStack();
    const prefix = `custom_${PLUGIN_ID}_`;
    const ears = new Map<string, Listener>();
    for (const actor of actors) {
      ears.set(actor, stack.use(await as(actor).listen()));
    }
    await work();
    // What was sent before this has arrived when this has.
    const mark = `mark${++marks}`;
    const result: Record<string, Json> = {};
    for (const actor of actors) {
      await call("publishWebSocketEvent", {
        event: mark,
        payload: {},
        broadcast: { userId: ids[actor] },
      });
      const heard = () => ears.get(actor)!.heard();
      const marked = () => heard().some(({ event }) => event === prefix + mark);
      await until(`the mark for ${actor}`, marked);
      result[actor] = heard().map(({ event, data }) => ({ event: event.replace(prefix, ""), data }))
        .filter(({ event }) => events.includes(event));
    }
    return result;
  };
  const seen: Scene["seen"] = async (hook, times = 1) => {
    let found: { hook: string; facts: Json[] }[] = [];
    await until(`a call of the hook ${hook}`, async () => {
      const all = await (await target.nobody.fetch(`${own}/seen`)).json() as typeof found;
      found = all.filter((each) => each.hook === hook);
      return found.length >= times;
    });
    return found.map(({ facts }) => facts);
  };
  const parts = {
    ids,
    site: target.site,
    call,
    outcome,
    says,
    as,
    nobody: target.nobody,
    name,
    user,
  };
  return {
    names,
    async scene() {
      const response = await target.nobody.fetch(`${own}/seen`, { method: "DELETE" });
      await response.body?.cancel();
      return {
        ...parts,
        logIn: (account) => target.logIn(account),
        newChannel,
        newPost,
        heard,
        seen,
      };
    },
  };
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!await holds()) {
    if (Date.now() > end) throw new Error(`${what} did not come within ${PATIENCE_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
