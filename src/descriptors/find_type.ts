/**
 * Types by the names under which fields and methods refer to them.
 *
 * @module
 */
import type { DescEnum, DescFile, DescMessage } from "@bufbuild/protobuf";
import { LazyFile } from "./lazy_file.ts";

/**
 * The message to which something in `file` refers.
 *
 * @throws {Error} where neither the file nor one that it imports has it.
 */
export function findMessage(file: DescFile, reference: string): DescMessage {
  const found = find(file, reference.replace(/^\./, ""));
  if (found?.kind === "message") return found;
  throw new Error(`${file.name} and what it imports have no message ${reference}.`);
}

/**
 * The enum to which something in `file` refers.
 *
 * @throws {Error} where neither the file nor one that it imports has it.
 */
export function findEnum(file: DescFile, reference: string): DescEnum {
  const found = find(file, reference.replace(/^\./, ""));
  if (found?.kind === "enum") return found;
  throw new Error(`${file.name} and what it imports have no enum ${reference}.`);
}

function find(file: DescFile, typeName: string): DescMessage | DescEnum | undefined {
  for (const each of [file, ...file.dependencies]) {
    const found = each instanceof LazyFile ? each.type(typeName) : undefined;
    if (found) return found;
  }
  const dot = typeName.lastIndexOf(".");
  const parent = dot < 0 ? undefined : find(file, typeName.slice(0, dot));
  if (parent?.kind !== "message") return undefined;
  return [...parent.nestedMessages, ...parent.nestedEnums]
    .find((each) => each.typeName === typeName);
}
