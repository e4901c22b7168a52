/** What people on the server see of the plugin, told line by line. @module */
import type { Post } from "../client/models.ts";
import { type Person, RestError } from "../client/rest.ts";

/** Somebody in a channel. */
export interface Talker {
  readonly person: Person;
  readonly channel: { readonly id: string };
}

interface CommandAnswer {
  readonly response_type: string;
  readonly text: string;
}

/** Makes a personal access token, as somebody does in their profile; the server has to allow them. */
export async function makeToken(admin: Person): Promise<string> {
  await admin.call("PUT", "/config/patch", {
    ServiceSettings: { EnableUserAccessTokens: true },
  });
  const { token } = await admin.call<{ readonly token: string }>("POST", "/users/me/tokens", {
    description: "for deploying",
  });
  return token;
}

/** Types a line, and tells what comes of it. */
export async function typeLine({ person, channel }: Talker, line: string): Promise<string> {
  const { username } = person;
  return `${username}: ${line}\n  ${await whatComesOf({ person, channel }, line)}`;
}

async function whatComesOf({ person, channel }: Talker, line: string): Promise<string> {
  try {
    if (!line.startsWith("/")) {
      const { message } = await person.call<Post>("POST", "/posts", {
        channel_id: channel.id,
        message: line,
      });
      return `all see: ${message}`;
    }
    const { response_type, text } = await person.call<CommandAnswer>("POST", "/commands/execute", {
      channel_id: channel.id,
      command: line,
    });
    return `${
      response_type === "ephemeral" ? `${person.username} alone sees` : "all see"
    }: ${text}`;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return `Mattermost answers with ${error.status}: ${error.said.message ?? ""}`;
  }
}
