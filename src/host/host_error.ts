/** The one error of the host, and how its text is put together. @module */

/** What went wrong with a plugin, as a word to branch on. */
export type HostErrorCode =
  /** The bundle or the command cannot be used: missing, unreadable, not executable. */
  | "CANNOT_EXECUTE"
  /** The process ended before it was ready. */
  | "EXITED"
  /** No handshake line came in time. */
  | "HANDSHAKE_TIMEOUT"
  /** The first line on stdout is no handshake line. */
  | "BAD_HANDSHAKE"
  /** The plugin speaks another version of go-plugin or of Mattermost's plugin protocol. */
  | "WRONG_VERSION"
  /** The plugin offers another protocol than gRPC. */
  | "WRONG_PROTOCOL"
  /** The plugin listens at an address that a host must not connect to. */
  | "WRONG_ADDRESS"
  /** Nothing answers at the address that the plugin named. */
  | "UNREACHABLE"
  /** The plugin's own `OnConfigurationChange` or `OnActivate` failed. */
  | "ACTIVATION_FAILED"
  /** The plugin does not implement the hook. */
  | "HOOK_NOT_IMPLEMENTED"
  /** A hook could not be called, ran out of time or failed in the plugin. */
  | "HOOK_FAILED"
  /** The plugin is stopped, restarting, or was given up. */
  | "NOT_RUNNING";

/** What a `HostError` is made of. */
export interface HostErrorDetails {
  /** The plugin's id, or the name that the caller gave to the process. */
  readonly plugin: string;
  /** What the host had expected. */
  readonly expected?: string | undefined;
  /** What came instead. */
  readonly actual?: string | undefined;
  /** What the reader can do about it. */
  readonly advice?: string | undefined;
  /** The last lines that the plugin wrote to stderr. */
  readonly stderr?: readonly string[] | undefined;
  /** The error that led to this one. */
  readonly cause?: unknown;
}

const brand: unique symbol = Symbol.for("mattermost-deno.HostError") as never;

/**
 * What the host throws: a plugin that does not start, does not answer or is not there. The message
 * names the plugin, what was expected, what came and the plugin's last lines on stderr.
 *
 * @example
 * ```ts
 * import { HostError } from "@mattermost-deno/plugin/host";
 *
 * const error = new HostError("EXITED", "ended before its handshake", {
 *   plugin: "com.example.hello",
 *   actual: "exit code 3",
 * });
 * console.log(error.code, error.message);
 * ```
 */
export class HostError extends Error {
  /** The class's name, as error texts begin. */
  override readonly name = "HostError";
  /** What went wrong, as a word to branch on. */
  readonly code: HostErrorCode;
  /** The plugin's id, or the name that the caller gave to the process. */
  readonly plugin: string;
  /** The plugin's last lines on stderr; empty where it wrote none or where they say nothing. */
  readonly stderr: readonly string[];
  /**
   * Puts the message together.
   *
   * @param code what went wrong, as a word
   * @param problem what the plugin did, to be read after its name: "ended before its handshake"
   * @param details what was expected, what came, the last lines of stderr
   */
  constructor(code: HostErrorCode, problem: string, details: HostErrorDetails) {
    const { plugin, expected, actual, advice, stderr = [], cause } = details;
    const parts = [sentence(`Plugin "${plugin}" ${problem}`)];
    if (expected) parts.push(sentence(`Expected: ${expected}`));
    if (actual) parts.push(sentence(`Got: ${actual}`));
    if (advice) parts.push(advice);
    let message = parts.join(" ");
    if (stderr.length > 0) message += `\nIts last lines on stderr:\n  ${stderr.join("\n  ")}`;
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.plugin = plugin;
    this.stderr = stderr;
  }

  /** Marks the type across copies of this package. */
  get [brand](): true {
    return true;
  }

  /** Whether `value` is a `HostError` of any copy of this package. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && brand in value;
  }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Quotes what a plugin sent for an error text, cut to a length that a person reads. */
export function quoted(text: string, most = 200): string {
  const cut = text.length > most ? text.slice(0, most) : text;
  return JSON.stringify(cut) + (text.length > most ? ` (and ${text.length - most} more)` : "");
}
