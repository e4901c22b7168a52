/**
 * @module
 */
import { create } from "@bufbuild/protobuf";
import type { Config } from "../../../gen/go_json.ts";
import { PluginClusterEventSchema } from "../../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import {
  ConfigurationWillBeSavedResponseSchema,
  OnInstallEventSchema,
  ProductLimitsSchema,
} from "../../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import { PluginHooks } from "../../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { toAppError } from "../../api/app_error.ts";
import { ValidationError } from "../../api/errors.ts";
import { shown } from "../../api/mismatch.ts";
import { encodeJson } from "../../api/request_message.ts";
import type { ServerHooks, SupportFile } from "../server_hooks.ts";
import { failing, given, type HookAdapter, told, untyped } from "./hook_adapter.ts";
import { jsonPayload } from "./json_payload.ts";
import { readOutcome } from "./read_outcome.ts";

const { method } = PluginHooks;

/** The hooks about the server itself. */
export const serverAdapters: Readonly<Record<keyof ServerHooks, HookAdapter>> = {
  configurationWillBeSaved: configurationWillBeSaved(),
  onInstall: failing(
    "onInstall",
    method.onInstall,
    ({ event }) => [given(event, OnInstallEventSchema)],
    () => ({}),
    ({ event }) => event?.userId ?? "",
  ),
  onSendDailyTelemetry: told("onSendDailyTelemetry", method.onSendDailyTelemetry, () => []),
  runDataRetention: failing(
    "runDataRetention",
    method.runDataRetention,
    ({ nowTime, batchSize }) => [{ now: nowTime, batchSize }],
    (count) => ({ deletedCount: deletedCount(count) }),
  ),
  onCloudLimitsUpdated: told(
    "onCloudLimitsUpdated",
    method.onCloudLimitsUpdated,
    ({ limits }) => [given(limits, ProductLimitsSchema)],
  ),
  onPluginClusterEvent: told(
    "onPluginClusterEvent",
    method.onPluginClusterEvent,
    ({ event }) => [given(event, PluginClusterEventSchema)],
  ),
  generateSupportData: failing(
    "generateSupportData",
    method.generateSupportData,
    () => [],
    (files) => ({ files: supportFiles(files) }),
  ),
};

/** The one "will" hook that refuses with an error instead of a reason. */
function configurationWillBeSaved(): HookAdapter {
  const name = "configurationWillBeSaved";
  const schema = ConfigurationWillBeSavedResponseSchema;
  const refuse = (reason: string) =>
    create(schema, {
      error: toAppError(
        new ValidationError({ message: reason, id: "plugin.configuration_will_be_saved.rejected" }),
        { id: "", where: "ConfigurationWillBeSaved" },
      ),
    });
  return {
    method: method.configurationWillBeSaved,
    ...untyped<typeof name, typeof method.configurationWillBeSaved.input>({
      payload: ({ newConfig }) => [
        jsonPayload<Config>(newConfig?.configJson, "a configuration"),
      ],
    }),
    refuse,
    fail: (error) => create(schema, { error }),
    answer(result) {
      const outcome = readOutcome(result, name, { replace: true, dismiss: false });
      if (outcome.outcome === "reject") return refuse(outcome.reason);
      if (outcome.outcome !== "replace") return create(schema);
      const configJson = encodeJson(outcome.replacement, `${name}: replace(config)`);
      return create(schema, { modifiedConfig: { configJson } });
    },
  };
}

function deletedCount(count: unknown): bigint {
  if (typeof count === "bigint" && count >= 0n && count < 2n ** 63n) return count;
  if (typeof count === "number" && Number.isSafeInteger(count) && count >= 0) return BigInt(count);
  throw new TypeError(
    "runDataRetention must return how many things it deleted, as a whole number, but it returned " +
      (count === undefined ? "nothing" : shown(count)),
  );
}

function supportFiles(files: unknown): { filename: string; data: Uint8Array }[] {
  const must = "generateSupportData must return an array of { filename, body }";
  if (!Array.isArray(files)) {
    throw new TypeError(
      `${must}, but it returned ${files === undefined ? "nothing" : shown(files)}`,
    );
  }
  return files.map((file: Partial<SupportFile> | null, index) => {
    const { filename, body } = file ?? {};
    if (typeof filename !== "string" || filename === "") {
      throw new TypeError(`${must}; the filename of file ${index} is ${shown(filename)}`);
    }
    if (typeof body === "string") return { filename, data: new TextEncoder().encode(body) };
    if (body instanceof Uint8Array) return { filename, data: body };
    throw new TypeError(
      `${must}; the body of "${filename}" must be a string or a Uint8Array, but it is ${
        shown(body)
      }`,
    );
  });
}
