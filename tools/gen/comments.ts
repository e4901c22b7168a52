/**
 * Comments of the .proto files.
 *
 * @module
 */

import type { DescEnum, DescField, DescFile, DescMessage, DescMethod } from "@bufbuild/protobuf";

const MESSAGE = 4;
const ENUM = 5;
const SERVICE = 6;
const MESSAGE_FIELD = 2;
const MESSAGE_NESTED = 3;
const MESSAGE_ENUM = 4;
const SERVICE_METHOD = 2;

const byFile = new WeakMap<DescFile, Map<string, string>>();

/** The comment above an element, as one string with its own line breaks; "" where there is none. */
export function commentOf(desc: DescMessage | DescField | DescMethod | DescEnum): string {
  const file = desc.kind === "field" || desc.kind === "rpc" ? desc.parent.file : desc.file;
  return commentsOf(file).get(path(desc).join(".")) ?? "";
}

function commentsOf(file: DescFile): Map<string, string> {
  const known = byFile.get(file);
  if (known) return known;
  const made = new Map<string, string>();
  for (const location of file.proto.sourceCodeInfo?.location ?? []) {
    const text = tidy(location.leadingComments || location.trailingComments);
    if (text) made.set(location.path.join("."), text);
  }
  byFile.set(file, made);
  return made;
}

function tidy(comment: string): string {
  return comment.split("\n").map((line) => line.replace(/^ /, "").trimEnd()).join("\n").trim();
}

function path(desc: DescMessage | DescField | DescMethod | DescEnum): number[] {
  switch (desc.kind) {
    case "field":
      return [...path(desc.parent), MESSAGE_FIELD, desc.parent.proto.field.indexOf(desc.proto)];
    case "rpc":
      return [
        SERVICE,
        desc.parent.file.proto.service.indexOf(desc.parent.proto),
        SERVICE_METHOD,
        desc.parent.proto.method.indexOf(desc.proto),
      ];
    case "message":
      return desc.parent
        ? [...path(desc.parent), MESSAGE_NESTED, desc.parent.proto.nestedType.indexOf(desc.proto)]
        : [MESSAGE, desc.file.proto.messageType.indexOf(desc.proto)];
    case "enum":
      return desc.parent
        ? [...path(desc.parent), MESSAGE_ENUM, desc.parent.proto.enumType.indexOf(desc.proto)]
        : [ENUM, desc.file.proto.enumType.indexOf(desc.proto)];
  }
}
