/**
 * Sends a plugin's events to clients.
 *
 * @module
 */
import { nearestName } from "../api/nearest_name.ts";
import type { EventAudience, EventOmissions } from "../plugin/context/events.ts";
import type { Feature } from "../plugin/feature.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import { broadcastTo } from "./broadcast.ts";
import type { EventDeclarations } from "./event.ts";
import { jsonPayload } from "./json_payload.ts";

/**
 * `context.publish`.
 *
 * @param events the declaration, checked
 */
export function eventsFeature(events: EventDeclarations): Feature {
  const names = Object.keys(events);
  const publishIn = (context: HookContext) =>
  async (
    event: string,
    payload: unknown,
    audience: EventAudience,
    omissions: EventOmissions = {},
  ): Promise<void> => {
    const where = `publish(${JSON.stringify(event)})`;
    if (!names.includes(event)) throw new TypeError(`${where}: ${unknown(event, names)}`);
    const broadcast = broadcastTo(audience, omissions, where);
    await context.api.publishWebSocketEvent({
      event,
      payload: jsonPayload(payload, where),
      broadcast,
    });
  };
  return { name: "events", start: () => ({ context: { publish: publishIn } }) };
}

function unknown(event: string, names: readonly string[]): string {
  if (names.length === 0) {
    return "the plugin declares no events; add events: { … } to definePlugin()";
  }
  const near = nearestName(String(event), names);
  return "there is no such event; " +
    (near === undefined ? `there are ${names.join(", ")}` : `did you mean "${near}"?`);
}
