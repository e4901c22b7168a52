/**
 * Puts lazy descriptors (`src/descriptors/`) into what protoc-gen-es wrote: other imports, and
 * nothing else. The files of `google/protobuf/` that the contract imports get a module of ours,
 * since protobuf-es makes all their descriptors as it loads.
 *
 * @module
 */

import { clone, type DescFile, toBinary } from "@bufbuild/protobuf";
import { base64Encode } from "@bufbuild/protobuf/wire";
import {
  file_google_protobuf_empty,
  file_google_protobuf_struct,
  file_google_protobuf_wrappers,
  FileDescriptorProtoSchema,
} from "@bufbuild/protobuf/wkt";
import { filesBelow } from "../tree.ts";
import { generatedModule, imports } from "./source.ts";

const WELL_KNOWN: Readonly<Record<string, DescFile>> = {
  file_google_protobuf_empty,
  file_google_protobuf_struct,
  file_google_protobuf_wrappers,
};

const WELL_KNOWN_MODULE = "well_known_files.ts";

/** Rewrites the modules of messages in a folder that stands for `gen/`. */
export async function useLazyDescriptors(folder: string): Promise<void> {
  for (const found of await filesBelow(["."], (path) => path.endsWith("_pb.ts"), folder)) {
    const file = found.replace(/^\.\//, "");
    const path = `${folder}/${file}`;
    await Deno.writeTextFile(path, withLazyDescriptors(await Deno.readTextFile(path), file));
  }
  await Deno.writeTextFile(`${folder}/${WELL_KNOWN_MODULE}`, writeWellKnownFiles());
}

/**
 * A module of protoc-gen-es with the imports that make its descriptors lazy; `file` is its path
 * below `gen/`.
 *
 * @throws {Error} where it does not look as protoc-gen-es's modules do.
 */
export function withLazyDescriptors(text: string, file: string): string {
  const up = "../".repeat(file.split("/").length - 1);
  let functions = 0;
  const result = text.replace(
    /^import \{([^}]*)\} from "(@bufbuild\/protobuf\/\w+)";$/gm,
    (_, names: string, from: string) => {
      if (from === "@bufbuild/protobuf/codegenv2") {
        functions++;
        return `import {${names}} from "${up}../src/descriptors/mod.ts";`;
      }
      const unknown = names.split(",").map((name) => name.trim())
        .find((name) => !(name in WELL_KNOWN));
      if (unknown !== undefined) {
        throw new Error(`${file} needs ${unknown}: add it to tools/gen/lazy_descriptors.ts.`);
      }
      return `import {${names}} from "${up}${WELL_KNOWN_MODULE}";`;
    },
  );
  if (functions !== 1) throw new Error(`${file} has no import of fileDesc from protobuf-es.`);
  return result;
}

function writeWellKnownFiles(): string {
  const files = Object.entries(WELL_KNOWN).map(([name, { proto }]) => {
    const described = clone(FileDescriptorProtoSchema, proto);
    // They say how code in other languages is to be generated.
    delete described.options;
    const base64 = base64Encode(toBinary(FileDescriptorProtoSchema, described), "std_raw");
    return `/** Describes the file ${proto.name}. */
export const ${name}: GenFile = /*@__PURE__*/
  fileDesc("${base64}");
`;
  });
  const needed = imports();
  needed.type("@bufbuild/protobuf/codegenv2", "GenFile");
  needed.value("../src/descriptors/mod.ts", "fileDesc");
  const about = "Files of protobuf itself that the contract imports.";
  return generatedModule(about, needed, files.join("\n"));
}
