/**
 * The contract as descriptors: those inside the generated modules, which is what is shipped.
 *
 * @module
 */

import {
  clone,
  create,
  createFileRegistry,
  type DescFile,
  type Registry,
} from "@bufbuild/protobuf";
import {
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
} from "@bufbuild/protobuf/wkt";
import { file_mattermost_pluginapi_v1_api } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
import { file_mattermost_pluginapi_v1_hooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";

/**
 * Reads the contract. `change` may alter the descriptor of a file first: that is how the tests show
 * that a missing field is noticed.
 */
export function contractDescriptors(change?: (file: FileDescriptorProto) => void): Registry {
  const files = new Set<DescFile>();
  const add = (file: DescFile) => {
    file.dependencies.forEach(add);
    files.add(file);
  };
  add(file_mattermost_pluginapi_v1_api);
  add(file_mattermost_pluginapi_v1_hooks);
  const protos = [...files].map(({ proto }) => {
    const copy = clone(FileDescriptorProtoSchema, proto);
    change?.(copy);
    return copy;
  });
  return createFileRegistry(create(FileDescriptorSetSchema, { file: protos }));
}
