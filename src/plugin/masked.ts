/**
 * Logs and errors without secrets in them.
 *
 * @module
 */
import type { AppError } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import type { PluginAPI, PluginAPICallOptions } from "../../gen/plugin_api.ts";
import { thrownText } from "../api/app_error.ts";
import { toLogValue } from "../process/log_value.ts";
import type { SecretMask } from "../process/secret_mask.ts";
import { type LogFields, type Logger, loggerTo } from "./logger.ts";

/**
 * A logger that takes secrets out of what it is given. Fields without secrets stay the values that
 * they are; others become what a log line shows of them.
 */
export function maskedLogger(log: Logger, secrets: SecretMask): Logger {
  return loggerTo((level, message, fields) =>
    secrets.isEmpty
      ? log[level](message, fields)
      : log[level](secrets.mask(String(message)), maskedFields(fields, secrets))
  );
}

function maskedFields(fields: LogFields, { mask }: SecretMask): LogFields {
  const masked = toLogValue(fields, { ...unlimited, mask });
  if (JSON.stringify(masked) === JSON.stringify(toLogValue(fields, unlimited))) return fields;
  return masked as LogFields;
}

const unlimited = { stringLength: Infinity, elements: Infinity, depth: 32 };

/** The server, whose log gets no secrets by the API's own methods for it either. */
export function maskedLogMethods(api: PluginAPI, secrets: SecretMask): PluginAPI {
  type Log<Request> = (request: Request, options?: PluginAPICallOptions) => Promise<void>;
  const masked = <Request>(log: Log<Request>): Log<Request> => (request, options) =>
    log(secrets.isEmpty ? request : maskedTexts(request, secrets.mask), options);
  const methods = {
    logDebug: masked(api.logDebug),
    logInfo: masked(api.logInfo),
    logWarn: masked(api.logWarn),
    logError: masked(api.logError),
  };
  // Defined, not assigned: the API itself is frozen.
  return Object.freeze(Object.create(api, Object.getOwnPropertyDescriptors(methods)));
}

/** A request with every text in it masked; what is no request is left for the API to refuse. */
function maskedTexts<Value>(value: Value, mask: (text: string) => string): Value {
  const masked = (part: unknown): unknown => {
    if (typeof part === "string") return mask(part);
    if (Array.isArray(part)) return part.map(masked);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map((
        [key, inner],
      ) => [key, key === "$typeName" ? inner : masked(inner)]),
    );
  };
  return masked(value) as Value;
}

/** An error for the server, without secrets in its texts. */
export function maskedAppError(error: AppError, { mask }: SecretMask): AppError {
  return {
    ...error,
    message: mask(error.message),
    detailedError: mask(error.detailedError),
    ...(error.params === undefined ? {} : { params: maskedTexts(error.params, mask) }),
  };
}

/** What a failure is told as where its text travels on; itself where it holds no secret. */
export function maskedReason(thrown: unknown, { mask }: SecretMask): unknown {
  const text = thrownText(thrown);
  const masked = mask(text);
  return masked === text ? thrown : new Error(masked);
}
