/**
 * The descriptor of an enum, whose values are made when they are first asked for.
 *
 * @module
 */
import type { DescEnum, DescEnumValue } from "@bufbuild/protobuf";
import { safeObjectProperty } from "@bufbuild/protobuf/reflect";
import type { EnumDescriptorProto, EnumValueDescriptorProto } from "@bufbuild/protobuf/wkt";
import { readEnum } from "./descriptor_proto.ts";
import type { LazyFile } from "./lazy_file.ts";
import type { LazyMessage } from "./lazy_message.ts";
import { once } from "./once.ts";

/** An enum's descriptor. */
export class LazyEnum implements DescEnum {
  readonly kind = "enum";
  /** As all enums of proto3: unknown numbers are kept. */
  readonly open = true;
  readonly #index: number;

  /** `index` is the place in the parent, or in the file. */
  constructor(readonly file: LazyFile, readonly parent: LazyMessage | undefined, index: number) {
    this.#index = index;
  }

  get proto(): EnumDescriptorProto {
    const { file, parent } = this;
    const proto = parent
      ? parent.proto.enumType[this.#index] as EnumDescriptorProto
      : readEnum(file.parts.enums[this.#index] as string);
    return once(this, "proto", proto);
  }

  get name(): string {
    return once(this, "name", this.proto.name);
  }

  get typeName(): string {
    const { file, parent, name } = this;
    return once(this, "typeName", parent ? `${parent.typeName}.${name}` : file.qualified(name));
  }

  get deprecated(): boolean {
    return once(this, "deprecated", this.proto.options?.deprecated ?? false);
  }

  get sharedPrefix(): string | undefined {
    return once(this, "sharedPrefix", sharedPrefix(this.proto));
  }

  get values(): DescEnumValue[] {
    return once(this, "values", this.proto.value.map((each) => makeValue(each, this)));
  }

  get value(): Record<number, DescEnumValue> {
    const value: Record<number, DescEnumValue> = {};
    // Of two names for a number the first counts.
    for (const each of this.values) value[each.number] ??= each;
    return once(this, "value", value);
  }

  toString(): string {
    return `enum ${this.typeName}`;
  }
}

function makeValue(proto: EnumValueDescriptorProto, parent: LazyEnum): DescEnumValue {
  const { name, number } = proto;
  return {
    kind: "enum_value",
    proto,
    deprecated: proto.options?.deprecated ?? false,
    parent,
    name,
    localName: safeObjectProperty(name.slice(parent.sharedPrefix?.length ?? 0)),
    number,
    jsonName: name,
    toString: () => `enum value ${parent.typeName}.${name}`,
  };
}

/** `channel_type_` where all names of `ChannelType` begin with it and go on with a letter. */
function sharedPrefix({ name, value }: EnumDescriptorProto): string | undefined {
  const snake = name.slice(0, 1) + name.slice(1).replace(/[A-Z]/g, (letter) => `_${letter}`);
  const prefix = `${snake.toLowerCase()}_`;
  const shared = value.every((each) =>
    each.name.toLowerCase().startsWith(prefix) && /^\D/.test(each.name.slice(prefix.length))
  );
  return shared ? prefix : undefined;
}
