import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import type { Post } from "../contract/mod.ts";
import { isUnknownObject } from "./json_values.ts";

/** An action of a post, as its props have it. */
export interface Attached {
  readonly id?: string;
  readonly type?: string;
  readonly name?: string;
  readonly data_source?: string;
  readonly integration?: JsonObject;
  readonly cookie?: string;
  readonly [name: string]: JsonValue | undefined;
}

/** What an update by an integration cannot change. */
const retainedKeys = [
  "from_webhook",
  "from_bot",
  "from_plugin",
  "override_username",
  "override_icon_url",
];

/** All actions of a post's attachments. */
export function actionsOf(post: Post): Attached[] {
  return attachmentsOf(post).flatMap(({ actions }) =>
    Array.isArray(actions) ? actions.filter(isUnknownObject) as unknown as Attached[] : []
  );
}

/** Puts what `change` makes of every action into its place. */
export function withActions(post: Post, change: (action: Attached) => Attached): void {
  const attachments = attachmentsOf(post);
  if (!attachments.some(({ actions }) => Array.isArray(actions))) return;
  const changed = attachments.map((attachment) => {
    const { actions } = attachment;
    if (!Array.isArray(actions)) return attachment;
    const kept = actions.filter(isUnknownObject) as unknown as Attached[];
    return { ...attachment, actions: kept.map(change) } as JsonObject;
  });
  post.props = { ...post.props, attachments: changed };
}

/** Gives an id to the actions that have none; without one nobody can click them. */
export function nameActions(post: Post, newId: () => string): void {
  if (actionsOf(post).every(({ id }) => id)) return;
  withActions(post, (action) => action.id ? action : { ...action, id: newId() });
}

/** Takes out where the actions lead and what they carry: clients are not told. */
export function withoutIntegrations(post: Post): void {
  withActions(post, ({ integration: _, ...action }) => action as Attached);
}

/** The props that stay as they are when an integration updates the post, and those that stay away. */
export function retainedProps({ props = {} }: Post): { retain: JsonObject; remove: string[] } {
  const there = retainedKeys.filter((key) => props[key] !== undefined);
  return {
    retain: Object.fromEntries(there.map((key) => [key, props[key] as JsonValue])),
    remove: retainedKeys.filter((key) => !there.includes(key)),
  };
}

function attachmentsOf({ props }: Post): JsonObject[] {
  const attachments = props?.["attachments"];
  return Array.isArray(attachments) ? attachments.filter(isUnknownObject) as JsonObject[] : [];
}
