/**
 * The descriptor of a message, whose fields are made when they are first asked for.
 *
 * @module
 */
import type {
  DescEnum,
  DescExtension,
  DescField,
  DescMessage,
  DescOneof,
} from "@bufbuild/protobuf";
import { protoCamelCase, safeObjectProperty } from "@bufbuild/protobuf/reflect";
import type { DescriptorProto, OneofDescriptorProto } from "@bufbuild/protobuf/wkt";
import { readMessage, readName } from "./descriptor_proto.ts";
import { makeField } from "./field.ts";
import { LazyEnum } from "./lazy_enum.ts";
import type { LazyFile } from "./lazy_file.ts";
import { once } from "./once.ts";

/** A message's descriptor. */
export class LazyMessage implements DescMessage {
  readonly kind = "message";
  readonly nestedExtensions: DescExtension[] = [];
  readonly #index: number;

  /** `index` is the place in the parent, or in the file. */
  constructor(readonly file: LazyFile, readonly parent: LazyMessage | undefined, index: number) {
    this.#index = index;
  }

  get #bytes(): string {
    return this.file.parts.messages[this.#index] as string;
  }

  get proto(): DescriptorProto {
    const proto = this.parent
      ? this.parent.proto.nestedType[this.#index]
      : readMessage(this.#bytes);
    return once(this, "proto", proto as DescriptorProto);
  }

  get name(): string {
    return once(this, "name", this.parent ? this.proto.name : readName(this.#bytes));
  }

  get typeName(): string {
    const { file, parent, name } = this;
    return once(this, "typeName", parent ? `${parent.typeName}.${name}` : file.qualified(name));
  }

  get deprecated(): boolean {
    return once(this, "deprecated", this.proto.options?.deprecated ?? false);
  }

  get fields(): DescField[] {
    return this.#hydrate().fields;
  }

  get field(): Record<string, DescField> {
    return this.#hydrate().field;
  }

  get members(): (DescField | DescOneof)[] {
    return this.#hydrate().members;
  }

  get oneofs(): DescOneof[] {
    return this.#hydrate().oneofs;
  }

  get nestedMessages(): DescMessage[] {
    return once(this, "nestedMessages", this.#nested(false));
  }

  /** The messages that stand for the entries of maps; they are no types of their own. */
  get mapEntries(): DescMessage[] {
    return once(this, "mapEntries", this.#nested(true));
  }

  #nested(mapEntry: boolean): DescMessage[] {
    return this.proto.nestedType.flatMap(({ options }, index) =>
      (options?.mapEntry ?? false) === mapEntry ? [new LazyMessage(this.file, this, index)] : []
    );
  }

  get nestedEnums(): DescEnum[] {
    const enums = this.proto.enumType.map((_, index) => new LazyEnum(this.file, this, index));
    return once(this, "nestedEnums", enums);
  }

  #hydrate(): Pick<DescMessage, "fields" | "field" | "members" | "oneofs"> {
    const { proto } = this;
    const groups = proto.oneofDecl.map((each) => makeOneof(each, this));
    const fields: DescField[] = [];
    const field: Record<string, DescField> = {};
    const members: (DescField | DescOneof)[] = [];
    for (const each of proto.field) {
      // Where a field is optional, its oneof is there for older programs only.
      const inGroup = Object.hasOwn(each, "oneofIndex") && !each.proto3Optional;
      const oneof = inGroup ? groups[each.oneofIndex] : undefined;
      const made = makeField(each, this, oneof);
      fields.push(made);
      field[made.localName] = made;
      if (oneof === undefined) members.push(made);
      else if (oneof.fields.push(made) === 1) members.push(oneof);
    }
    const oneofs = groups.filter((group) => group.fields.length > 0);
    once(this, "fields", fields);
    once(this, "field", field);
    once(this, "members", members);
    once(this, "oneofs", oneofs);
    return { fields, field, members, oneofs };
  }

  toString(): string {
    return `message ${this.typeName}`;
  }
}

function makeOneof(proto: OneofDescriptorProto, parent: DescMessage): DescOneof {
  return {
    kind: "oneof",
    proto,
    deprecated: false,
    parent,
    fields: [],
    name: proto.name,
    localName: safeObjectProperty(protoCamelCase(proto.name)),
    toString: () => `oneof ${parent.typeName}.${proto.name}`,
  };
}
