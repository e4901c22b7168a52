/**
 * Reads the messages of `google/protobuf/descriptor.proto`, which the bytes of a descriptor are,
 * into the objects that protobuf-es has for them. protobuf-es itself can only read them with the
 * descriptors of that file, which take longer to make than a plugin process may take to start.
 *
 * Only what proto3 files with `deprecated` as their one option have is known; anything else is an
 * error, so that nothing is read half.
 *
 * @module
 */
import { protoCamelCase } from "@bufbuild/protobuf/reflect";
import type {
  DescriptorProto,
  EnumDescriptorProto,
  MethodDescriptorProto,
  ServiceDescriptorProto,
} from "@bufbuild/protobuf/wkt";
import { asciiText, eachField } from "./wire.ts";

/** What the value of a property is: a scalar, bytes, or a message. */
type Kind = "text" | "int" | "bool" | "bytes" | (() => Table);

/** The name of a property, and what its value is. */
type Entry =
  | readonly [name: string, kind: Kind]
  | readonly [name: string, kind: Kind, many: true];

/** A message of `descriptor.proto`: its properties by their number. */
interface Table {
  readonly name: string;
  readonly entries: Readonly<Record<number, Entry>>;
  /** Properties that are not set have these values, on the prototype, as protobuf-es does it. */
  readonly defaults: object;
}

// No function is called here, so that a bundle that needs no descriptors carries none of this.

const UNREAD: Table = { name: "", entries: {}, defaults: {} };

const MESSAGE_OPTIONS: Table = {
  name: "MessageOptions",
  entries: {
    3: ["deprecated", "bool"],
    7: ["mapEntry", "bool"],
    999: ["uninterpretedOption", () => UNREAD, true],
  },
  defaults: { deprecated: false, mapEntry: false },
};

const FIELD_OPTIONS: Table = {
  name: "FieldOptions",
  entries: {
    3: ["deprecated", "bool"],
    19: ["targets", "int", true],
    20: ["editionDefaults", () => UNREAD, true],
    999: ["uninterpretedOption", () => UNREAD, true],
  },
  defaults: { deprecated: false },
};

const ENUM_OPTIONS: Table = {
  name: "EnumOptions",
  entries: { 3: ["deprecated", "bool"], 999: ["uninterpretedOption", () => UNREAD, true] },
  defaults: { deprecated: false },
};

const ENUM_VALUE_OPTIONS: Table = {
  name: "EnumValueOptions",
  entries: { 1: ["deprecated", "bool"], 999: ["uninterpretedOption", () => UNREAD, true] },
  defaults: { deprecated: false },
};

const SERVICE_OPTIONS: Table = {
  name: "ServiceOptions",
  entries: { 33: ["deprecated", "bool"], 999: ["uninterpretedOption", () => UNREAD, true] },
  defaults: { deprecated: false },
};

const METHOD_OPTIONS: Table = {
  name: "MethodOptions",
  entries: SERVICE_OPTIONS.entries,
  defaults: SERVICE_OPTIONS.defaults,
};

const FIELD: Table = {
  name: "FieldDescriptorProto",
  entries: {
    1: ["name", "text"],
    3: ["number", "int"],
    4: ["label", "int"],
    5: ["type", "int"],
    6: ["typeName", "text"],
    8: ["options", () => FIELD_OPTIONS],
    9: ["oneofIndex", "int"],
    10: ["jsonName", "text"],
    17: ["proto3Optional", "bool"],
  },
  defaults: {
    name: "",
    extendee: "",
    number: 0,
    label: 1,
    type: 1,
    typeName: "",
    defaultValue: "",
    oneofIndex: 0,
    jsonName: "",
    proto3Optional: false,
  },
};

const ENUM_VALUE: Table = {
  name: "EnumValueDescriptorProto",
  entries: {
    1: ["name", "text"],
    2: ["number", "int"],
    3: ["options", () => ENUM_VALUE_OPTIONS],
  },
  defaults: { name: "", number: 0 },
};

const ENUM: Table = {
  name: "EnumDescriptorProto",
  entries: {
    1: ["name", "text"],
    2: ["value", () => ENUM_VALUE, true],
    3: ["options", () => ENUM_OPTIONS],
    4: ["reservedRange", () => ENUM_RANGE, true],
    5: ["reservedName", "text", true],
  },
  defaults: { name: "", visibility: 0 },
};

const ENUM_RANGE: Table = {
  name: "EnumDescriptorProto.EnumReservedRange",
  entries: { 1: ["start", "int"], 2: ["end", "int"] },
  defaults: { start: 0, end: 0 },
};

const RANGE: Table = {
  name: "DescriptorProto.ReservedRange",
  entries: { 1: ["start", "int"], 2: ["end", "int"] },
  defaults: { start: 0, end: 0 },
};

const ONEOF: Table = {
  name: "OneofDescriptorProto",
  entries: { 1: ["name", "text"] },
  defaults: { name: "" },
};

const MESSAGE: Table = {
  name: "DescriptorProto",
  entries: {
    1: ["name", "text"],
    2: ["field", () => FIELD, true],
    3: ["nestedType", () => MESSAGE, true],
    4: ["enumType", () => ENUM, true],
    5: ["extensionRange", () => UNREAD, true],
    6: ["extension", () => UNREAD, true],
    7: ["options", () => MESSAGE_OPTIONS],
    8: ["oneofDecl", () => ONEOF, true],
    9: ["reservedRange", () => RANGE, true],
    10: ["reservedName", "text", true],
  },
  defaults: { name: "", visibility: 0 },
};

const METHOD: Table = {
  name: "MethodDescriptorProto",
  entries: {
    1: ["name", "text"],
    2: ["inputType", "text"],
    3: ["outputType", "text"],
    4: ["options", () => METHOD_OPTIONS],
    5: ["clientStreaming", "bool"],
    6: ["serverStreaming", "bool"],
  },
  defaults: {
    name: "",
    inputType: "",
    outputType: "",
    clientStreaming: false,
    serverStreaming: false,
  },
};

/** The parts of a service; its methods are left as bytes. */
const SERVICE: Table = {
  name: "ServiceDescriptorProto",
  entries: {
    1: ["name", "text"],
    2: ["methods", "bytes", true],
    3: ["options", () => SERVICE_OPTIONS],
  },
  defaults: {},
};

/** The parts of a file; its types are left as bytes. */
const FILE: Table = {
  name: "FileDescriptorProto",
  entries: {
    1: ["name", "text"],
    2: ["package", "text"],
    4: ["messages", "bytes", true],
    5: ["enums", "bytes", true],
    6: ["services", "bytes", true],
    12: ["syntax", "text"],
  },
  defaults: {},
};

function readTable(bytes: string, { name, entries, defaults }: Table): unknown {
  const target: Record<string, unknown> = Object.create(defaults);
  target.$typeName = `google.protobuf.${name}`;
  for (const number in entries) {
    const [property, , many] = entries[number] as Entry;
    if (many) target[property] = [];
  }
  eachField(bytes, (number, wire) => {
    const entry = entries[number];
    if (entry === undefined) {
      throw new Error(
        `The descriptor has field ${number} of google.protobuf.${name}, which is not read here; ` +
          "see src/descriptors/descriptor_proto.ts.",
      );
    }
    const [property, kind, many] = entry;
    const value = typeof wire === "number"
      ? (kind === "bool" ? wire !== 0 : wire)
      : read(wire, kind);
    if (many) (target[property] as unknown[]).push(value);
    else target[property] = value;
  });
  return target;
}

function read(bytes: string, kind: Kind): unknown {
  if (kind === "bytes") return bytes;
  return typeof kind === "function" ? readTable(bytes, kind()) : asciiText(bytes);
}

/** The parts of a `FileDescriptorProto`. */
export interface FileParts {
  readonly name: string;
  readonly package?: string;
  readonly messages: readonly string[];
  readonly enums: readonly string[];
  readonly services: readonly string[];
  readonly syntax?: string;
}

/** Reads the parts of a file. */
export function readFile(bytes: string): FileParts {
  return readTable(bytes, FILE) as FileParts;
}

/** Reads a message's `DescriptorProto`, with those of the messages and enums in it. */
export function readMessage(bytes: string): DescriptorProto {
  const message = readTable(bytes, MESSAGE) as DescriptorProto;
  restoreJsonNames(message);
  return message;
}

/** The generator leaves out JSON names that follow from the names. */
function restoreJsonNames(message: DescriptorProto): void {
  for (const field of message.field) {
    if (!Object.hasOwn(field, "jsonName")) field.jsonName = protoCamelCase(field.name);
  }
  message.nestedType.forEach(restoreJsonNames);
}

/** Reads an `EnumDescriptorProto`. */
export function readEnum(bytes: string): EnumDescriptorProto {
  return readTable(bytes, ENUM) as EnumDescriptorProto;
}

/** The parts of a `ServiceDescriptorProto`. */
export interface ServiceParts {
  readonly name: string;
  readonly methods: readonly string[];
  readonly options?: ServiceDescriptorProto["options"];
}

/** Reads the parts of a service. */
export function readService(bytes: string): ServiceParts {
  return readTable(bytes, SERVICE) as ServiceParts;
}

/** Reads a `MethodDescriptorProto`. */
export function readMethod(bytes: string): MethodDescriptorProto {
  return readTable(bytes, METHOD) as MethodDescriptorProto;
}

/**
 * The name in any of these descriptors, without reading the rest: it is their first field, and an
 * identifier of less than 128 letters.
 */
export function readName(bytes: string): string {
  const length = bytes.charCodeAt(1);
  if (bytes.charCodeAt(0) !== NAME_TAG || length > 127) {
    throw new Error("A descriptor does not begin with a name of at most 127 letters.");
  }
  return bytes.slice(2, 2 + length);
}

/** Field 1, with a length. */
const NAME_TAG = 10;
