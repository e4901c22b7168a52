/**
 * What the server of a test has from the start.
 *
 * @module
 */
import type { Channel, Team, User } from "../contract/mod.ts";
import type { EmbeddedMattermost } from "../embedded/embedded_mattermost.ts";

/** The accounts that every test has. */
export type SeededName = "admin" | "ada" | "ben" | "mallory";

/** The accounts of a test, by username. */
export type TestUsers<Names extends string = never> = Readonly<Record<SeededName | Names, User>>;

/** Who and what is there. */
export interface Seeded<Names extends string> {
  /** The team that everybody is in. */
  readonly team: Team;
  /** The channel that everybody but mallory is in; what a call does not name another for. */
  readonly channel: Channel;
  /**
   * The accounts: `admin`, who is the system administrator; `ada` and `ben`; `mallory`, who is not in
   * the channel; and those of the options.
   */
  readonly users: TestUsers<Names>;
}

/**
 * Makes a team; its system administrator `admin` and the members `ada` and `ben`, all in the channel
 * `talk`; `mallory`, who is in the team but not in that channel; and those whom the test names, in
 * the channel.
 */
export function seed<Names extends string>(
  mattermost: EmbeddedMattermost,
  names: readonly Names[],
): Seeded<Names> {
  const team = mattermost.createTeam({ name: "acme", displayName: "Acme" });
  const users: Record<string, User> = {};
  for (const username of ["admin", "ada", "ben", "mallory", ...names]) {
    if (users[username] !== undefined) {
      throw new TypeError(`users: "${username}" is there already; name others`);
    }
    users[username] = mattermost.createUser({ username }, team);
  }
  const members = Object.values(users).filter(({ username }) => username !== "mallory");
  const channel = mattermost.createChannel(
    { teamId: team.id, name: "talk", displayName: "Talk" },
    ...members,
  );
  return {
    team,
    channel,
    users: users as TestUsers<Names>,
  };
}
