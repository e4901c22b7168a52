/**
 * Descriptors of a file that are made when they are first asked for.
 *
 * @module
 */
import type {
  DescEnum,
  DescExtension,
  DescFile,
  DescMessage,
  DescService,
} from "@bufbuild/protobuf";
import type { GenFile } from "@bufbuild/protobuf/codegenv2";
import type { FileDescriptorProto } from "@bufbuild/protobuf/wkt";
import { type FileParts, readFile, readName } from "./descriptor_proto.ts";
import { LazyEnum } from "./lazy_enum.ts";
import { LazyMessage } from "./lazy_message.ts";
import { LazyService } from "./lazy_service.ts";
import { once } from "./once.ts";
import { bytesOf } from "./wire.ts";

/**
 * The descriptor of a file. It takes the place of protobuf-es's function of the same name, which
 * reads the whole file at once; here the bytes are looked at when something in the file is used.
 *
 * @throws {Error} from whatever is read first, where the file is not proto3 or has options,
 *   extensions or defaults.
 */
export function fileDesc(base64: string, imports: readonly DescFile[] = []): GenFile {
  return new LazyFile(base64, imports);
}

/** A file's descriptor. */
export class LazyFile implements DescFile {
  readonly kind = "file";
  /** proto3. */
  readonly edition = 999;
  readonly deprecated = false;
  readonly extensions: DescExtension[] = [];
  readonly dependencies: DescFile[];
  readonly #base64: string;
  readonly #messages: LazyMessage[] = [];
  readonly #enums: LazyEnum[] = [];
  #parts: FileParts | undefined;
  #types: Map<string, DescMessage | DescEnum> | undefined;

  constructor(base64: string, imports: readonly DescFile[]) {
    this.#base64 = base64;
    this.dependencies = [...imports];
  }

  /** What is in the bytes. */
  get parts(): FileParts {
    if (this.#parts) return this.#parts;
    const parts = readFile(bytesOf(this.#base64));
    if (parts.syntax !== "proto3") throw new Error(`${parts.name} is not proto3.`);
    return this.#parts = parts;
  }

  get name(): string {
    return once(this, "name", this.parts.name.replace(/\.proto$/, ""));
  }

  /** The message at that place in the file; its bytes are not looked at. */
  message(index: number): LazyMessage {
    return this.#messages[index] ??= new LazyMessage(this, undefined, index);
  }

  /** The enum at that place in the file. */
  enum(index: number): LazyEnum {
    return this.#enums[index] ??= new LazyEnum(this, undefined, index);
  }

  get messages(): DescMessage[] {
    return once(this, "messages", this.parts.messages.map((_, index) => this.message(index)));
  }

  get enums(): DescEnum[] {
    return once(this, "enums", this.parts.enums.map((_, index) => this.enum(index)));
  }

  get services(): DescService[] {
    return once(this, "services", this.parts.services.map((bytes) => new LazyService(this, bytes)));
  }

  /** A type outside of any message, by its name in the package. */
  type(typeName: string): DescMessage | DescEnum | undefined {
    this.#types ??= this.#readTypes();
    return this.#types.get(typeName);
  }

  #readTypes(): Map<string, DescMessage | DescEnum> {
    const types = new Map<string, DescMessage | DescEnum>();
    const { messages, enums } = this.parts;
    messages.forEach((bytes, index) =>
      types.set(this.qualified(readName(bytes)), this.message(index))
    );
    enums.forEach((bytes, index) => types.set(this.qualified(readName(bytes)), this.enum(index)));
    return types;
  }

  /** A name with the package before it. */
  qualified(name: string): string {
    const { package: folder } = this.parts;
    return folder === undefined ? name : `${folder}.${name}`;
  }

  get proto(): FileDescriptorProto {
    const { parts, dependencies, messages, enums, services } = this;
    return once(
      this,
      "proto",
      {
        $typeName: "google.protobuf.FileDescriptorProto",
        name: parts.name,
        package: parts.package ?? "",
        syntax: "proto3",
        dependency: dependencies.map((each) => each.proto.name),
        publicDependency: [],
        weakDependency: [],
        optionDependency: [],
        // What asks for a file's name needs none of its types.
        get messageType() {
          return once(this, "messageType", messages.map((each) => each.proto));
        },
        get enumType() {
          return once(this, "enumType", enums.map((each) => each.proto));
        },
        get service() {
          return once(this, "service", services.map((each) => each.proto));
        },
        extension: [],
      } as unknown as FileDescriptorProto,
    );
  }

  toString(): string {
    return `file ${this.parts.name}`;
  }
}
