/** What every check works on: a server, people on it, and the plugins to try. @module */
import { type Person, signUp } from "./client/rest.ts";
import type { Mattermost } from "./environment/mattermost.ts";
import { type ServerLog, serverLog } from "./environment/server_log.ts";
import type { PluginArchives } from "./archives.ts";

/** A server with people. */
export interface PeopledServer {
  readonly mattermost: Mattermost;
  readonly log: ServerLog;
  /** The administrator. */
  readonly admin: Person;
  /** Two who talk with each other in `channel`. */
  readonly ada: Person;
  readonly bob: Person;
  readonly team: { readonly id: string; readonly name: string };
  readonly channel: { readonly id: string };
}

/** The stage. */
export interface Stage extends PeopledServer {
  readonly archives: PluginArchives;
  /** Whether what the server gives in the scenarios is kept. */
  readonly record: boolean;
}

/** Makes accounts, a team and a channel, and lays out the plugins. */
export async function setStage(
  mattermost: Mattermost,
  archives: PluginArchives,
  record: boolean,
): Promise<Stage> {
  return { ...await setPeople(mattermost), archives, record };
}

/** Makes accounts, a team and a channel. */
export async function setPeople(mattermost: Mattermost): Promise<PeopledServer> {
  const { url } = mattermost;
  const admin = await signUp(url, "admin");
  const ada = await signUp(url, "ada", admin);
  const bob = await signUp(url, "bob", admin);
  const team = await admin.call<Stage["team"]>("POST", "/teams", {
    name: "acme",
    display_name: "Acme",
    type: "O",
  });
  const channel = await admin.call<Stage["channel"]>("POST", "/channels", {
    team_id: team.id,
    name: "talk",
    display_name: "Talk",
    type: "O",
  });
  for (const { id } of [ada, bob]) {
    await admin.call("POST", `/teams/${team.id}/members`, { team_id: team.id, user_id: id });
    await admin.call("POST", `/channels/${channel.id}/members`, { user_id: id });
  }
  return {
    mattermost,
    log: serverLog(mattermost.logFile),
    admin,
    ada,
    bob,
    team,
    channel,
  };
}
