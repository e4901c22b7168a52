/**
 * Has Mattermost's own code check autocomplete data.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";

const root = new URL("../../", import.meta.url);
const work = new URL(".cache/autocomplete/", root);

/** What is wrong with each; empty for those that are good. */
export async function checkWithGo(data: readonly JsonValue[]): Promise<string[]> {
  const program = await buildProgram();
  const child = new Deno.Command(program, { stdin: "piped", stdout: "piped", stderr: "piped" })
    .spawn();
  const output = child.output();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(data)));
  await writer.close();
  const { success, stdout, stderr } = await output;
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}

/** Builds the program beside this file, with the module that the contract is made of. */
async function buildProgram(): Promise<string> {
  await Deno.mkdir(work, { recursive: true });
  const sources = ["go/main.go", "../gob/go/go.mod", "../gob/go/go.sum"];
  for (const source of sources) {
    const name = source.split("/").at(-1) ?? "";
    await Deno.copyFile(new URL(source, import.meta.url), new URL(name, work));
  }
  const { success, stderr } = await new Deno.Command("go", {
    args: ["build", "-o", "autocompletecheck", "."],
    cwd: work,
  }).output();
  if (!success) throw new Error(`go build failed:\n${new TextDecoder().decode(stderr)}`);
  return decodeURIComponent(new URL("autocompletecheck", work).pathname);
}
