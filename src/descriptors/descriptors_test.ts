import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  type AnyDesc,
  create,
  createRegistry,
  type DescEnum,
  type DescFile,
  type DescMessage,
  type DescMethod,
  type MessageInitShape,
  toBinary,
} from "@bufbuild/protobuf";
import { fileDesc as eagerFileDesc } from "@bufbuild/protobuf/codegenv2";
import { file_google_protobuf_struct, FileDescriptorProtoSchema } from "@bufbuild/protobuf/wkt";
import { base64Encode } from "@bufbuild/protobuf/wire";
import { filesBelow } from "../../tools/tree.ts";
import { fileDesc, messageDesc } from "./mod.ts";

/** A generated module: its descriptor, and the text from which it is made. */
interface Generated {
  readonly file: DescFile;
  readonly base64: string;
}

/** Every generated file of the contract and of what it imports. */
async function generatedFiles(): Promise<Generated[]> {
  const paths = await filesBelow(["gen"], (path) => /_pb\.ts$|\/well_known_files\.ts$/.test(path));
  const found = await Promise.all(paths.map(async (path): Promise<Generated[]> => {
    const module: Record<string, DescFile> = await import(`../../${path}`);
    const text = await Deno.readTextFile(new URL(`../../${path}`, import.meta.url));
    return [...text.matchAll(/const (file_\w+): GenFile =[^"]*fileDesc\("([^"]*)"/g)]
      .map(([, name = "", base64 = ""]) => ({ file: module[name] as DescFile, base64 }));
  }));
  return found.flat();
}

/** The same files with protobuf-es's own descriptors. */
function eagerFiles(generated: readonly Generated[]): Map<string, DescFile> {
  const eager = new Map<string, DescFile>();
  const make = ({ file, base64 }: Generated): DescFile => {
    const known = eager.get(file.name);
    if (known) return known;
    const imports = file.dependencies.map((dependency) => {
      const found = generated.find((each) => each.file === dependency);
      assert(found, `${dependency.name} is no generated file`);
      return make(found);
    });
    const made = eagerFileDesc(base64, imports);
    eager.set(file.name, made);
    return made;
  };
  generated.forEach(make);
  return eager;
}

/** What stands for a descriptor inside of another one. */
function reference(value: unknown): unknown {
  return typeof value === "object" && value !== null && "kind" in value
    ? String(value)
    : Array.isArray(value)
    ? value.map(reference)
    : typeof value === "function"
    ? { returns: value() }
    : value;
}

/** Everything that a descriptor says, apart from `proto`; others in it by their texts. */
function facts(desc: AnyDesc, names: readonly string[]): Record<string, unknown> {
  const properties = desc as unknown as Record<string, unknown>;
  return Object.fromEntries(names.map((name) => {
    const value = properties[name];
    return [
      name,
      name === "field" || name === "value" || name === "method"
        ? Object.entries(value as object).map(([key, each]) => [key, String(each)])
        : name === "toString"
        ? String(desc)
        : reference(value),
    ];
  }));
}

function assertSame(lazy: AnyDesc, eager: AnyDesc): void {
  const names = Object.keys(eager).filter((name) => name !== "proto");
  assertEquals(facts(lazy, names), facts(eager, names), String(eager));
}

function assertSameEnum(lazy: DescEnum, eager: DescEnum): void {
  assertSame(lazy, eager);
  eager.values.forEach((value, index) => assertSame(lazy.values[index] as AnyDesc, value));
}

function assertSameMessage(lazy: DescMessage, eager: DescMessage): number {
  assertSame(lazy, eager);
  eager.members.forEach((member, index) => assertSame(lazy.members[index] as AnyDesc, member));
  eager.fields.forEach((field, index) => assertSame(lazy.fields[index] as AnyDesc, field));
  eager.nestedEnums.forEach((each, index) =>
    assertSameEnum(lazy.nestedEnums[index] as DescEnum, each)
  );
  eager.nestedMessages.forEach((each, index) =>
    assertSameMessage(lazy.nestedMessages[index] as DescMessage, each)
  );
  return eager.fields.length;
}

const generated = await generatedFiles();
const eager = eagerFiles(generated);

for (const { file } of generated) {
  const other = eager.get(file.name) as DescFile;

  Deno.test(`${file.name} is described as protobuf-es describes it`, () => {
    assertSame(file, other);
    other.enums.forEach((each, index) => assertSameEnum(file.enums[index] as DescEnum, each));
    const fields = other.messages.map((each, index) =>
      assertSameMessage(file.messages[index] as DescMessage, each)
    );
    assertEquals(file.messages.length, fields.length);
    other.services.forEach((service, index) => {
      const mine = file.services[index] as typeof service;
      assertSame(mine, service);
      service.methods.forEach((each, place) => assertSame(mine.methods[place] as DescMethod, each));
    });
  });

  Deno.test(`${file.name} gives the descriptor that protoc made, byte for byte`, () => {
    assertEquals(
      toBinary(FileDescriptorProtoSchema, file.proto),
      toBinary(FileDescriptorProtoSchema, other.proto),
    );
  });

  Deno.test(`${file.name} refers to the descriptors that its modules export`, () => {
    const all = new Set<DescMessage>(
      [...createRegistry(...generated.map((each) => each.file))]
        .filter((type) => type.kind === "message"),
    );
    const fields = file.messages.flatMap((message) => message.fields);
    for (const { message } of fields) assert(message === undefined || all.has(message));
    for (const { methods } of file.services) {
      for (const { input, output } of methods) assert(all.has(input) && all.has(output));
    }
  });
}

Deno.test("nothing of a file is read before it is asked for", () => {
  const file = fileDesc("no base64 at all");
  const message = messageDesc(file, 0);
  assertEquals(message.kind, "message");
  assertThrows(() => message.typeName, SyntaxError);
});

/** A file as protoc-gen-es writes it into a module. */
function encoded(init: MessageInitShape<typeof FileDescriptorProtoSchema>): string {
  const file = create(FileDescriptorProtoSchema, { name: "a/v1/a.proto", ...init });
  return base64Encode(toBinary(FileDescriptorProtoSchema, file), "std_raw");
}

Deno.test("a file that is not proto3 is refused by its name", () => {
  const file = fileDesc(encoded({ syntax: "proto2" }));
  assertThrows(() => file.messages, Error, "a/v1/a.proto is not proto3");
});

Deno.test("what would be read half is refused", () => {
  const extended = fileDesc(encoded({ syntax: "proto3", extension: [{ name: "x" }] }));
  assertThrows(() => extended.messages, Error, "field 7 of google.protobuf.FileDescriptorProto");
  const field = { name: "x", number: 1, type: 3, options: { jstype: 1 } };
  const [message] = fileDesc(
    encoded({ syntax: "proto3", messageType: [{ name: "A", field: [field] }] }),
  ).messages;
  assertThrows(() => message?.fields, Error, "field 6 of google.protobuf.FieldOptions");
});

Deno.test("a type that no file has is refused by its name", () => {
  const field = { name: "x", number: 1, type: 11, label: 1, typeName: ".a.v1.Missing" };
  const [message] = fileDesc(
    encoded({ syntax: "proto3", messageType: [{ name: "A", field: [field] }] }),
  ).messages;
  assertThrows(
    () => message?.fields,
    Error,
    "a/v1/a and what it imports have no message .a.v1.Missing",
  );
});

Deno.test("messages of protobuf-es's own files are refused", () => {
  assertThrows(
    () => messageDesc(file_google_protobuf_struct, 0),
    TypeError,
    "not made by fileDesc()",
  );
});
