/** Builds the program that asks Mattermost's own code about signatures. @module */
import { fromFileUrl } from "../../../tools/paths.ts";
import { CACHE } from "../../../tools/std_source.ts";
import { findGo } from "./go_build.ts";

/** Builds it from the server's modules, with the versions of the server itself; gives its path. */
export async function buildSignatureChecker(): Promise<string> {
  const work = new URL("e2e/signature/", CACHE);
  await Deno.mkdir(work, { recursive: true });
  for (const name of ["mattermost/go.mod", "mattermost/go.sum", "signature/main.go"]) {
    await Deno.copyFile(
      new URL(`../${name}`, import.meta.url),
      new URL(name.slice(name.indexOf("/") + 1), work),
    );
  }
  // A function without a body is taken only beside an assembler's file.
  await Deno.writeTextFile(new URL("linked.s", work), "");
  const { success, stderr } = await new Deno.Command(await findGo(), {
    // The copy of go.mod names the server alone; all else follows from that.
    args: ["build", "-mod=mod", "-o", "checker", "."],
    cwd: fromFileUrl(work),
  }).output();
  if (!success) throw new Error(`go build failed:\n${new TextDecoder().decode(stderr)}`);
  return fromFileUrl(new URL("checker", work));
}
