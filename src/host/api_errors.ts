/** What a plugin is told about a failure of the plugin API. @module */

import { create } from "@bufbuild/protobuf";
import type { MethodInfo } from "../../gen/method_info.ts";
import { type AppError, AppErrorSchema } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import { PluginAPIError } from "../api/errors.ts";
import { jsonObject } from "../api/json_object.ts";
import { textOf } from "../transport/text_of.ts";
import type { HostLog } from "./plugin_log.ts";

/**
 * The application error for whatever an implementation threw. Only a `PluginAPIError` is meant for the
 * plugin; the text of any other error may hold what a plugin must not see, so it goes to the log.
 */
export function apiAppError(info: MethodInfo, thrown: unknown, log: HostLog): AppError {
  if (!(thrown instanceof PluginAPIError)) {
    log("error", `the plugin API failed in ${info.goName}: ${textOf(thrown)}`, {
      method: info.goName,
      stack: thrown instanceof Error ? thrown.stack ?? "" : "",
    });
    return create(AppErrorSchema, {
      id: "plugin_api.internal.app_error",
      message: `The server failed in ${info.goName}; its log says why.`,
      where: info.goName,
      statusCode: 500,
    });
  }
  const { statusCode } = thrown;
  const valid = Number.isInteger(statusCode) && statusCode >= 100 && statusCode <= 999;
  return create(AppErrorSchema, {
    // Some clients take an error without an id for none at all.
    id: thrown.id || "plugin_api.app_error",
    message: thrown.message,
    detailedError: thrown.detailedError,
    requestId: thrown.requestId,
    statusCode: valid ? statusCode : 500,
    where: thrown.where || info.goName,
    ...(Object.keys(thrown.params).length > 0 ? { params: jsonObject(thrown.params) } : {}),
  });
}
