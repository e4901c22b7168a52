/**
 * The schema of a message that is at hand.
 *
 * @module
 */

import {
  createRegistry,
  type DescFile,
  type DescMessage,
  type Message,
  type Registry,
} from "@bufbuild/protobuf";
import { file_mattermost_pluginapi_v1_api } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
import { file_mattermost_pluginapi_v1_hooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";

let registry: Registry | undefined;

/** Every type of the two services' files and of the files that they import. */
function contract(): Registry {
  if (registry) return registry;
  const files = new Set<DescFile>([
    file_mattermost_pluginapi_v1_api,
    file_mattermost_pluginapi_v1_hooks,
  ]);
  for (const file of files) for (const dependency of file.dependencies) files.add(dependency);
  registry = createRegistry(...files);
  return registry;
}

/**
 * The schema of a message, by the type name that it carries.
 *
 * @throws {TypeError} where the message is none of this contract's.
 */
export function schemaOf(message: Message): DescMessage {
  const name: unknown = message?.$typeName;
  const schema = typeof name === "string" ? contract().getMessage(name) : undefined;
  if (schema) return schema;
  throw new TypeError(
    `Expected a message of mattermost.pluginapi.v1, made with create(…Schema, …), but got ${
      typeof name === "string" ? `a ${name}` : shown(message)
    }.`,
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value)
    ? "an array (give its elements one by one)"
    : `a plain ${typeof value}`;
}
