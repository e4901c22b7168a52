/**
 * What becomes of a hook that throws.
 *
 * @module
 */
import type { Message } from "@bufbuild/protobuf";
import { thrownText, toAppError } from "../api/app_error.ts";
import { TransportError } from "../transport/transport_error.ts";
import type { SecretMask } from "../process/secret_mask.ts";
import { inspect } from "./inspect_thrown.ts";
import { logUncaught } from "./log_uncaught.ts";
import type { Logger } from "./logger.ts";
import { maskedAppError } from "./masked.ts";

/** What can be done about a failure in one hook. */
export interface FailurePolicy {
  /** The hook's name. */
  readonly hook: string;
  /** The hook's name in Go. */
  readonly goName: string;
  /** The plugin's id. */
  readonly pluginId: string;
  /** The log, with the call's fields. */
  readonly log: Logger;
  /** The request, as the server counts them. */
  readonly requestId: string | null;
  /** Aborted when nobody waits for the answer. */
  readonly signal: AbortSignal;
  /** What the server must not be told: it writes down what it gets. */
  readonly secrets: SecretMask;
  /** The answer that refuses; only where the plugin wants a failure to do that. */
  readonly refuse?: ((reason: string) => Message) | undefined;
  /** The answer that carries an error; only where Go's function returns one. */
  readonly fail?: ((error: ReturnType<typeof toAppError>) => Message) | undefined;
}

/**
 * Logs the failure, and gives the answer for it; throws where there is none, so that the server goes
 * on as after a Go plugin's panic.
 */
export function answerFailure(thrown: unknown, policy: FailurePolicy): Message {
  const { hook, pluginId, signal, secrets } = policy;
  if (signal.aborted) {
    // What fails then mostly fails because of it, and nobody gets the answer anyway.
    policy.log.debug(`${hook} was cancelled`, { error: inspect(thrown) });
    throw new TransportError("CANCELLED", `the call of ${hook} was cancelled`);
  }
  logUncaught(policy.log, hook, thrown);
  if (policy.refuse !== undefined) {
    return policy.refuse(
      `The plugin "${pluginId}" could not check this, so it was not allowed. ` +
        "Please try again later, or tell your administrator.",
    );
  }
  if (policy.fail !== undefined) {
    const error = toAppError(thrown, {
      id: `plugin.${snakeCase(policy.goName)}.error`,
      where: policy.goName,
      requestId: policy.requestId ?? "",
    });
    return policy.fail(maskedAppError(error, secrets));
  }
  throw new TransportError(
    "UNKNOWN",
    `plugin "${pluginId}": ${hook} failed: ${secrets.mask(thrownText(thrown))}`,
  );
}

/** `OnSAMLLogin` as `on_saml_login`. */
export function snakeCase(goName: string): string {
  return goName
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}
