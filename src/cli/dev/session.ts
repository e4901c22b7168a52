import { nearestName } from "../../api/nearest_name.ts";
import type { Post, User } from "../../contract/mod.ts";
import { actionsOf } from "../../embedded/attachments.ts";
import type { EmbeddedEvent } from "../../embedded/mod.ts";
import type { ClickResult } from "../../testing/actions.ts";
import { createClient, type TestClient } from "../../testing/client.ts";
import type { OpenedDialog } from "../../testing/dialogs.ts";
import { textOf } from "../../transport/text_of.ts";
import type { CommandIO } from "../command_io.ts";
import { askDialog } from "./ask_dialog.ts";
import { sendHTTP } from "./http_line.ts";
import type { LivePlugin } from "./live_plugin.ts";
import { type Line, printHelp, readLine } from "./session_lines.ts";
import { changeSettings, showSettings } from "./settings_line.ts";
import type { EventDisplay } from "./show_events.ts";
import type { World } from "./world.ts";

/** Who sends HTTP requests without a login. */
const NOBODY = "nobody";

/** What people do on the server, by lines that are typed. */
export interface Session {
  /** Who does what comes next. */
  readonly person: string;
  /** Does what a line says; what fails is shown. Gives false for the line that ends the session. */
  run(line: string): Promise<boolean>;
}

/** What a session works with. */
export interface SessionOptions {
  readonly world: World;
  readonly live: LivePlugin;
  readonly io: CommandIO;
  readonly display: EventDisplay;
  /** What clients have been told, which goes on growing. */
  readonly events: readonly EmbeddedEvent[];
  /** Resolves when what was done has had its effects, and they have been shown. */
  readonly settled: () => Promise<void>;
}

/** Begins a session, as ada. */
export function createSession(options: SessionOptions): Session {
  const { world, live, io, display, events, settled } = options;
  const { mattermost, seeded } = world;
  const users: Readonly<Record<string, User>> = seeded.users;
  let person = "ada";

  function clientNow(): TestClient {
    const pluginId = live.bundle?.manifest.id;
    if (pluginId === undefined) throw new TypeError("no plugin runs yet");
    return createClient({ mattermost, pluginId, seeded, events, settled });
  }

  async function find(kind: "users" | "channels", name: string): Promise<string> {
    const api = world.api("dev");
    if (kind === "users") return (await api.getUserByUsername({ name: name.replace("@", "") })).id;
    return (await api.getChannelByName({ teamId: seeded.team.id, name })).id;
  }

  async function afterwards(dialog: OpenedDialog | null): Promise<void> {
    await settled();
    if (dialog !== null) await askDialog(dialog, clientNow(), io, find);
  }

  /** The newest post, or one that this person alone sees, with this button or menu. */
  function newestWith(label: string, kind: "button" | "select", name: string): Post {
    const client = clientNow();
    const everywhere = new Set([
      seeded.channel.id,
      ...events.flatMap((event) => event.type === "posted" ? [event.post.channelId] : []),
    ]);
    const posts = [
      ...[...everywhere].flatMap((channelId) => mattermost.posts(channelId)),
      ...client.ephemeralPosts(name),
    ];
    const labels = posts.flatMap((post) => labelsOf(post, kind));
    const found = posts
      .filter((post) => labelsOf(post, kind).includes(label))
      .sort((one, other) => Number(one.createAt - other.createAt))
      .at(-1);
    if (found !== undefined) return found;
    const what = kind === "button" ? "button" : "menu";
    const nearest = nearestName(label, labels);
    throw new TypeError(
      `there is no ${what} "${label}"` +
        (nearest !== undefined
          ? `; did you mean "${nearest}"?`
          : labels.length === 0
          ? ""
          : `; there is ${[...new Set(labels)].map((each) => `"${each}"`).join(", ")}`),
    );
  }

  async function act(line: Line, name: string): Promise<boolean> {
    if (name === NOBODY && !["http", "help", "nothing", "quit", "posts"].includes(line.type)) {
      throw new TypeError(`${NOBODY} sends HTTP requests, and can do nothing else`);
    }
    switch (line.type) {
      case "nothing":
        return true;
      case "quit":
        return false;
      case "help":
        printHelp(io);
        return true;
      case "posts":
        for (const post of mattermost.posts(seeded.channel.id)) {
          for (const text of await display.postLines(post)) io.out(text);
        }
        return true;
      case "as":
        person = known(line.name, users);
        return true;
      case "for":
        if (line.name !== NOBODY && !Object.hasOwn(users, line.name)) {
          return await act({ type: "post", text: `@${line.name} ${line.line}`.trim() }, name);
        }
        if (line.line === "") {
          person = known(line.name, users);
          return true;
        }
        return await act(readLine(line.line), line.name);
      case "post":
        await clientNow().post(line.text, { as: name });
        await settled();
        return true;
      case "command": {
        const { dialog } = await clientNow().command(line.text, { as: name });
        await afterwards(dialog);
        return true;
      }
      case "click":
      case "select": {
        const client = clientNow();
        const { label } = line;
        let result: ClickResult;
        if (line.type === "click") {
          result = await client.click(newestWith(label, "button", name), label, { as: name });
        } else {
          const post = newestWith(label, "select", name);
          const option = await optionOf(post, label, line.option, find);
          result = await client.select(post, label, option, { as: name });
        }
        await afterwards(result.dialog);
        return true;
      }
      case "http":
        await sendHTTP(line, clientNow(), name === NOBODY ? undefined : name, io);
        await settled();
        return true;
      case "settings": {
        if (line.changes.length > 0) await changeSettings(line.changes, world, live);
        await settled();
        await showSettings(world, live, io);
        return true;
      }
    }
  }

  return {
    get person() {
      return person;
    },
    async run(text) {
      try {
        await live.settled();
        return await act(readLine(text), person);
      } catch (error) {
        if (io.signal.aborted) throw error;
        await settled();
        io.out(`${io.paint.red("error")}: ${textOf(error)}`);
        return true;
      }
    },
  };
}

function known(name: string, users: Readonly<Record<string, User>>): string {
  if (Object.hasOwn(users, name)) return name;
  const names = Object.keys(users);
  const nearest = nearestName(name, names);
  throw new TypeError(
    `there is no "${name}"` +
      (nearest === undefined ? `; there are ${names.join(", ")}` : `; did you mean "${nearest}"?`),
  );
}

function labelsOf(post: Post, kind: "button" | "select"): string[] {
  return actionsOf(post)
    .filter(({ type }) => (type || "button") === kind)
    .map(({ name }) => String(name ?? ""));
}

/** What a menu of people or channels takes is an id; people type names. */
async function optionOf(
  post: Post,
  label: string,
  option: string,
  find: (kind: "users" | "channels", name: string) => Promise<string>,
): Promise<string> {
  const menu = actionsOf(post).find(({ name, type }) => name === label && type === "select");
  const source = menu?.data_source;
  if (source !== "users" && source !== "channels") return option;
  return await find(source, option);
}
