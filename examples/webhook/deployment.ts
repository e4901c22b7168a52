/** What a build server tells about a deployment. */
import { HTTPError } from "@mattermost-deno/plugin";

/** What was deployed. */
export interface Deployment {
  /** Of the webhook: the same one may come twice. */
  readonly id: string;
  readonly service: string;
  readonly version: string;
  /** The ticket that it is about, such as `WEB-12`. */
  readonly ticket: string;
}

/** Reads a webhook's body. @throws {HTTPError} with what is wrong with it */
export function readDeployment(body: Uint8Array): Deployment {
  const given = parsed(body);
  const text = (name: keyof Deployment): string => {
    const value = given[name];
    if (typeof value === "string" && value !== "" && value.length <= 100) return value;
    throw new HTTPError(400, `"${name}" must be a text of 1 to 100 characters.`);
  };
  return {
    id: text("id"),
    service: text("service"),
    version: text("version"),
    ticket: text("ticket"),
  };
}

function parsed(body: Uint8Array): Partial<Record<keyof Deployment, unknown>> {
  try {
    const given: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof given === "object" && given !== null) return given;
  } catch {
    // Said below.
  }
  throw new HTTPError(400, "The body must be a JSON object.");
}
