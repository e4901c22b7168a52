/**
 * The descriptor of a service. Its methods are made at once, the messages of a method are found when
 * they are first asked for.
 *
 * @module
 */
import type { DescFile, DescMethod, DescService } from "@bufbuild/protobuf";
import { safeObjectProperty } from "@bufbuild/protobuf/reflect";
import type { MethodDescriptorProto } from "@bufbuild/protobuf/wkt";
import { readService } from "./descriptor_proto.ts";
import { findMessage } from "./find_type.ts";
import type { LazyFile } from "./lazy_file.ts";
import { once } from "./once.ts";

/** Makes a service's descriptor from its bytes. */
export function makeService(file: LazyFile, bytes: Uint8Array): DescService {
  const proto = readService(bytes);
  const typeName = file.qualified(proto.name);
  const service: DescService = {
    kind: "service",
    proto,
    deprecated: proto.options?.deprecated ?? false,
    file,
    name: proto.name,
    typeName,
    methods: [],
    method: {},
    toString: () => `service ${typeName}`,
  };
  for (const each of proto.method) {
    const method = makeMethod(each, service, file);
    service.methods.push(method);
    service.method[method.localName] = method;
  }
  return service;
}

function makeMethod(
  proto: MethodDescriptorProto,
  parent: DescService,
  file: DescFile,
): DescMethod {
  const { name } = proto;
  const method = {
    kind: "rpc",
    proto,
    deprecated: proto.options?.deprecated ?? false,
    parent,
    name,
    localName: safeObjectProperty(name.charAt(0).toLowerCase() + name.slice(1)),
    methodKind: methodKind(proto),
    get input() {
      return once(this, "input", findMessage(file, proto.inputType));
    },
    get output() {
      return once(this, "output", findMessage(file, proto.outputType));
    },
    // MethodOptions.IdempotencyLevel.IDEMPOTENCY_UNKNOWN
    idempotency: 0,
    toString: () => `rpc ${parent.typeName}.${name}`,
  };
  return method as DescMethod;
}

function methodKind(proto: MethodDescriptorProto): DescMethod["methodKind"] {
  if (proto.clientStreaming) return proto.serverStreaming ? "bidi_streaming" : "client_streaming";
  return proto.serverStreaming ? "server_streaming" : "unary";
}
