/**
 * The descriptor of a service, whose methods are read when something is asked of them.
 *
 * @module
 */
import type { DescMessage, DescMethod, DescMethodUnary, DescService } from "@bufbuild/protobuf";
import { safeObjectProperty } from "@bufbuild/protobuf/reflect";
import type { MethodDescriptorProto, ServiceDescriptorProto } from "@bufbuild/protobuf/wkt";
import { readMethod, readName, readService, type ServiceParts } from "./descriptor_proto.ts";
import { findMessage } from "./find_type.ts";
import type { LazyFile } from "./lazy_file.ts";
import { once } from "./once.ts";

/** A service's descriptor. Of its methods only the names are read at once. */
export class LazyService implements DescService {
  readonly kind = "service";
  readonly name: string;
  readonly typeName: string;
  readonly deprecated: boolean;
  readonly methods: LazyMethod[] = [];
  readonly method: Record<string, LazyMethod> = {};
  readonly #parts: ServiceParts;

  constructor(readonly file: LazyFile, bytes: string) {
    const parts = readService(bytes);
    this.#parts = parts;
    this.name = parts.name;
    this.typeName = file.qualified(parts.name);
    this.deprecated = parts.options?.deprecated ?? false;
    for (const each of parts.methods) {
      const method = new LazyMethod(this, each);
      this.methods.push(method);
      this.method[method.localName] = method;
    }
  }

  get proto(): ServiceDescriptorProto {
    const { methods: _, ...rest } = this.#parts;
    return once(
      this,
      "proto",
      {
        ...rest,
        $typeName: "google.protobuf.ServiceDescriptorProto",
        method: this.methods.map((method) => method.proto),
      } as ServiceDescriptorProto,
    );
  }

  toString(): string {
    return `service ${this.typeName}`;
  }
}

/** A method's descriptor. */
class LazyMethod implements DescMethodUnary {
  readonly kind = "rpc";
  /** `MethodOptions.IdempotencyLevel.IDEMPOTENCY_UNKNOWN` */
  readonly idempotency = 0;
  readonly name: string;
  readonly localName: string;
  readonly #bytes: string;

  constructor(readonly parent: LazyService, bytes: string) {
    const name = readName(bytes);
    this.#bytes = bytes;
    this.name = name;
    this.localName = safeObjectProperty(name.charAt(0).toLowerCase() + name.slice(1));
  }

  get proto(): MethodDescriptorProto {
    return once(this, "proto", readMethod(this.#bytes));
  }

  get deprecated(): boolean {
    return once(this, "deprecated", this.proto.options?.deprecated ?? false);
  }

  // The kind decides the type of a method; which one it is, only the bytes know.
  get methodKind(): "unary" {
    return once(this, "methodKind", methodKind(this.proto) as "unary");
  }

  get input(): DescMessage {
    return once(this, "input", findMessage(this.parent.file, this.proto.inputType));
  }

  get output(): DescMessage {
    return once(this, "output", findMessage(this.parent.file, this.proto.outputType));
  }

  toString(): string {
    return `rpc ${this.parent.typeName}.${this.name}`;
  }
}

function methodKind(proto: MethodDescriptorProto): DescMethod["methodKind"] {
  if (proto.clientStreaming) return proto.serverStreaming ? "bidi_streaming" : "client_streaming";
  return proto.serverStreaming ? "server_streaming" : "unary";
}
