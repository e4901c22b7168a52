import type { User } from "../contract/mod.ts";
import { invalid } from "./app_error.ts";
import { runeCount } from "./text.ts";

/** Names that are mentions or parts of the system, so nobody can have them. */
const reservedUsernames: ReadonlySet<string> = new Set([
  "all",
  "channel",
  "here",
  "matterbot",
  "system",
]);

const usernamePattern = /^[a-z0-9._-]+$/;
const emailPattern = /^[^\s@,<>()]+@[^\s@,<>()]+$/;

/** Whether an account may have this username: 1 to 64 of `a-z 0-9 . - _`, and not reserved. */
export function isUsername(name: string): boolean {
  return name.length <= 64 && usernamePattern.test(name) && !reservedUsernames.has(name);
}

/**
 * Checks an account as Mattermost's `User.IsValid` does.
 *
 * @throws {ValidationError} Naming the field that is wrong.
 */
export function checkUser(user: User): void {
  const refuse = (field: string, value: string, expected: string): never => {
    throw invalid(
      "User.IsValid",
      `model.user.is_valid.${field}.app_error`,
      `The user's ${field} is ${JSON.stringify(value)}; expected ${expected}.`,
      { detailedError: `user_id=${user.id} ${field}=${value}` },
    );
  };
  if (!isUsername(user.username)) {
    refuse("username", user.username, "1 to 64 of a-z, 0-9, '.', '-', '_', and no reserved name");
  }
  if (user.email.length > 128 || !emailPattern.test(user.email)) {
    refuse("email", user.email, "an e-mail address of at most 128 characters");
  }
  const limits = [
    ["nickname", user.nickname, 64],
    ["position", user.position, 128],
    ["first_name", user.firstName, 64],
    ["last_name", user.lastName, 64],
  ] as const;
  for (const [field, value, limit] of limits) {
    if (runeCount(value) > limit) refuse(field, value, `at most ${limit} characters`);
  }
}

/**
 * Checks the password of a new account by its length; nothing else is asked of one here.
 *
 * @throws {ValidationError} When it is too short or too long. One who signs in elsewhere has none.
 */
export function checkPassword({ password, authService }: User, minimumLength: number): void {
  if (authService !== "") return;
  const { length } = new TextEncoder().encode(password);
  if (length >= minimumLength && length <= maxPasswordLength) return;
  throw invalid(
    "createUserOrGuest",
    "api.user.check_user_password.invalid.app_error",
    `A password has ${minimumLength} to ${maxPasswordLength} bytes; this has ${length}.`,
  );
}

/** A password has at most this many bytes, because no more of it is looked at. */
const maxPasswordLength = 72;

/** The time zone of an account that names none: that of its client. */
export function defaultTimezone(): Record<string, string> {
  return { useAutomaticTimezone: "true", automaticTimezone: "", manualTimezone: "" };
}

/** What an account is notified of unless it says otherwise. */
export function defaultNotifyProps(): Record<string, string> {
  return {
    email: "true",
    push: "mention",
    desktop: "mention",
    desktop_sound: "true",
    mention_keys: "",
    channel: "true",
    push_status: "online",
    comments: "never",
    first_name: "false",
    desktop_threads: "all",
    email_threads: "all",
    push_threads: "all",
  };
}
