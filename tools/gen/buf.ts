/**
 * Buf and protobuf-es's generator, run from npm by the Deno that runs us.
 *
 * @module
 */

import { createFileRegistry, type FileRegistry, fromBinary } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { PROTO, ROOT_PATH } from "./paths.ts";

/** Not the newest: of 1.75.0 not every platform's binary is in the registry. */
const BUF = "npm:@bufbuild/buf@1.74.0/buf";
const PROTOC_GEN_ES = "npm:@bufbuild/protoc-gen-es@2.17.0";

/** What a run of buf gave. */
export interface BufOutcome {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** Runs buf at the root of the checkout. */
export async function buf(args: readonly string[]): Promise<BufOutcome> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-lock", BUF, ...args],
    cwd: ROOT_PATH,
  }).output();
  return { code, stdout, stderr: new TextDecoder().decode(stderr) };
}

async function bufOrThrow(what: string, args: readonly string[]): Promise<Uint8Array> {
  const { code, stdout, stderr } = await buf(args);
  if (code !== 0) throw new Error(`buf could not ${what}:\n${stderr.trim()}`);
  return stdout;
}

/** Writes protobuf-es's modules for every .proto file below `folder`. */
export async function generateMessages(folder: string): Promise<void> {
  const template = {
    version: "v2",
    inputs: [{ directory: PROTO }],
    plugins: [{
      local: [Deno.execPath(), "run", "-A", "--no-lock", PROTOC_GEN_ES],
      out: folder,
      opt: ["target=ts", "import_extension=ts"],
    }],
  };
  await bufOrThrow("generate the messages", ["generate", "--template", JSON.stringify(template)]);
}

/** Reads the .proto files as descriptors, comments included. */
export async function readProtos(folder: string = PROTO): Promise<FileRegistry> {
  const image = await bufOrThrow("read the .proto files", [
    "build",
    folder,
    "--as-file-descriptor-set",
    "-o",
    "-#format=binpb",
  ]);
  return createFileRegistry(fromBinary(FileDescriptorSetSchema, image));
}
