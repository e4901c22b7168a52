/** A real Mattermost with the scenarios' plugin on it. @module */
import { listen } from "../e2e/client/websocket.ts";
import { logIn, type Person, RestError } from "../e2e/client/rest.ts";
import { post as aboutPost } from "./embedded_events.ts";
import { type Client, type Heard, type JsonObject, Refusal, type Target } from "./target.ts";

/** A server at this address. */
export function realTarget(url: string): Target {
  return {
    site: url,
    nobody: { fetch: async (path, init) => await fetch(url + path, init) },
    logIn: async ({ username }) => clientOf(url, await refusing(logIn(url, username))),
  };
}

function clientOf(url: string, person: Person): Client {
  const call = async <T = JsonObject>(method: string, path: string, body?: unknown) =>
    await refusing(person.call<T>(method, path, body));
  return {
    post: async (channelId, { message, rootId = "", props = {}, fileIds = [] }) =>
      await call("POST", "/posts", {
        channel_id: channelId,
        root_id: rootId,
        message,
        props,
        file_ids: fileIds,
      }),
    edit: async (postId, message) => await call("PUT", `/posts/${postId}/patch`, { message }),
    remove: async (postId) => void await call("DELETE", `/posts/${postId}`),
    execute: async (channelId, command) =>
      await call("POST", "/commands/execute", { channel_id: channelId, command }),
    async upload(channelId, filename, text) {
      const form = new FormData();
      form.set("channel_id", channelId);
      form.set("files", new Blob([text]), filename);
      const { file_infos } = await call<{ file_infos: JsonObject[] }>("POST", "/files", form);
      return file_infos[0]!;
    },
    act: async (postId, actionId, selectedOption) =>
      await call("POST", `/posts/${postId}/actions/${actionId}`, {
        ...selectedOption !== undefined && { selected_option: selectedOption },
      }),
    submit: async (submission) => await call("POST", "/actions/dialogs/submit", submission),
    fetch: (path, init) => person.fetch(path, init),
    async listen() {
      const listener = await listen(url, person);
      return {
        heard: () => listener.events.map(({ event, data }) => heardAs(event, data)),
        [Symbol.dispose]: () => listener[Symbol.dispose](),
      };
    },
  };
}

/** What is compared of an event. */
function heardAs(event: string, data: Readonly<Record<string, unknown>>): Heard {
  if (typeof data["post"] === "string") return aboutPost(event, JSON.parse(data["post"]));
  if (typeof data["reaction"] === "string") {
    const { emoji_name, user_id } = JSON.parse(data["reaction"]);
    return { event, data: { emoji_name, user_id } };
  }
  if (typeof data["dialog"] === "string") return { event, data: JSON.parse(data["dialog"]) };
  return { event, data: data as JsonObject };
}

/** Has what is refused thrown as every target throws it. */
async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    throw new Refusal({ id: error.said.id ?? "", status: error.status }, error.said.message);
  }
}
