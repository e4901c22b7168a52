/** When a plugin that keeps failing is given up. @module */

/** How often a plugin is restarted. */
export interface RestartOptions {
  /** The failure within the window that is one too many. Default: 3, as Mattermost. */
  readonly limit?: number;
  /** The window in milliseconds. Default: 60 minutes, as Mattermost. */
  readonly windowMs?: number;
  /** Milliseconds before the first restart; each further one waits twice as long. Default: 1000. */
  readonly backOffMs?: number;
}

/** What follows from a failure: a restart after a while, or none. */
export type AfterFailure =
  | { readonly kind: "restart"; readonly delayMs: number }
  | { readonly kind: "give-up"; readonly failures: number };

/**
 * Counts failures as Mattermost's health check job does: the third one within 60 minutes is the last.
 *
 * @param now the time of the failure in Unix milliseconds
 */
export function failureWindow(
  { limit = 3, windowMs = 60 * 60 * 1000, backOffMs = 1000 }: RestartOptions = {},
): (now: number) => AfterFailure {
  let failures: number[] = [];
  return (now) => {
    failures = [...failures.filter((time) => now - time <= windowMs), now];
    return failures.length >= limit
      ? { kind: "give-up", failures: failures.length }
      : { kind: "restart", delayMs: backOffMs * 2 ** (failures.length - 1) };
  };
}
