/** Where the embedded Mattermost differs from a real one, and why: the one table of it. @module */
import type { KnownDifference } from "./results.ts";

/** How an error looks that the other side does not have. */
const oneSided = ["error", "value"];

const NEWER = "The embedded server follows the newest API; the real one is of version 9.9, where ";
const PLAIN = "Go's plain errors have no id; the older protocol leaves it empty, the newer one " +
  "always names one.";

/** Every difference that is known. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    scenario: "the plugin's id",
    at: oneSided,
    reason: `${NEWER}there is no such method.`,
  },
  ...[
    "an account is found by its id",
    "a new account has what it was given, and the rest as it begins",
    "a bot has an account",
  ].map((scenario) => ({
    scenario,
    at: ["value.notify_props.push_status"],
    reason: `${NEWER}a new account's phone is notified when its owner is away.`,
  })),
  {
    scenario: "an account is found by its id",
    at: ["value.password"],
    reason: "The embedded server keeps no passwords, and so has no hash of one to give.",
  },
  ...[
    "a post of 16384 characters is not made",
    "a post is not changed to be too long",
    "somebody posts too much",
    "a plugin makes a post too long",
  ].map((scenario) => ({
    scenario,
    at: ["error.id"],
    reason: `${NEWER}the error of a message that is too long has another id.`,
  })),
  {
    scenario: "a post with an attachment",
    at: [
      "author_icon",
      "author_link",
      "author_name",
      "fallback",
      "fields",
      "footer",
      "footer_icon",
      "id",
      "image_url",
      "pretext",
      "thumb_url",
      "title",
      "title_link",
      "ts",
    ].map((field) => `value.attachments[0].${field}`),
    reason: "The older protocol has attachments as structs of Go, which name every field; the " +
      "newer one, which the embedded server follows, has them as JSON that stays as it is.",
  },
  {
    scenario: "an answer updates the post",
    at: ["value.after.props.from_plugin"],
    reason: `${NEWER}an update of props drops who posted it.`,
  },
  {
    scenario: "a reaction with an emoji that does not exist is not added",
    at: oneSided,
    reason: "The embedded server has no list of emoji: it takes every name that can be one.",
  },
  {
    scenario: "who joins and leaves is announced in the channel",
    at: ["value"],
    reason: "The embedded server posts nothing by itself, so that a channel has only what a test " +
      "and its plugins post.",
  },
  ...[
    "a command without a trigger is not registered",
    "a command with autocomplete data without a trigger is not registered",
    "a command with a role that is none is not registered",
    "a plugin's own bot needs a username",
  ].map((scenario) => ({ scenario, at: ["error.id"], reason: PLAIN })),
  {
    scenario: "nobody may do what is no permission",
    at: ["value[0]"],
    reason: "An administrator may do everything on the embedded server, which has no list of all " +
      "permissions.",
  },
  {
    scenario: "a plugin lets nobody in whom it rejects",
    at: ["value.refused.id", "value.refused.status"],
    reason:
      "A real server hides from clients why a plugin refuses a login; a test wants to see it.",
  },
];
