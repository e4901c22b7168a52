/**
 * @module
 */
import { orMeant } from "../api/option_names.ts";
import type { User } from "../contract/mod.ts";

/** Somebody: an account, or the username of one of the test's. */
export type Person = Pick<User, "id" | "username"> | string;

/** The account that is meant. */
export function personOf(person: Person, users: Readonly<Record<string, User>>): User {
  if (typeof person !== "string") return person as User;
  const found = Object.hasOwn(users, person) ? users[person] : undefined;
  if (found) return found;
  const names = Object.keys(users);
  throw new TypeError(
    `There is no user "${person}" in this test${orMeant(person, names)}` +
      ` There are ${names.join(", ")}; testPlugin(plugin, { users: ["…"] }) makes more.`,
  );
}
