import { NotImplementedError } from "../api/errors.ts";

/** A 501 with Mattermost's error id: the server's settings do not allow it. */
export function notImplemented(where: string, id: string, message: string): NotImplementedError {
  return new NotImplementedError({ where, id, message });
}
