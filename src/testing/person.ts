/**
 * @module
 */
import { nearestName } from "../api/nearest_name.ts";
import type { User } from "../contract/mod.ts";

/** Somebody: an account, or the username of one of the test's. */
export type Person = Pick<User, "id" | "username"> | string;

/** The account that is meant. */
export function personOf(person: Person, users: Readonly<Record<string, User>>): User {
  if (typeof person !== "string") return person as User;
  const found = Object.hasOwn(users, person) ? users[person] : undefined;
  if (found) return found;
  const names = Object.keys(users);
  const nearest = nearestName(person, names);
  throw new TypeError(
    `There is no user "${person}" in this test` +
      (nearest === undefined ? "" : `; did you mean "${nearest}"?`) +
      ` There are ${names.join(", ")}; testPlugin(plugin, { users: ["…"] }) makes more.`,
  );
}
