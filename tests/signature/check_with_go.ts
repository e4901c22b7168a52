/** Builds the Go program beside this file, which checks signatures with Mattermost's library. @module */

const root = new URL("../../", import.meta.url);
const path = (url: URL): string => decodeURIComponent(url.pathname);

/** Builds it and gives its path. */
export async function buildChecker(): Promise<string> {
  const work = new URL(".cache/signature/", root);
  await Deno.mkdir(work, { recursive: true });
  for (const name of ["go.mod", "go.sum", "main.go"]) {
    await Deno.copyFile(new URL(`go/${name}`, import.meta.url), new URL(name, work));
  }
  const { code, stderr } = await new Deno.Command("go", {
    args: ["build", "-o", "checker", "."],
    cwd: path(work),
  }).output();
  if (code !== 0) throw new Error(`go build failed:\n${new TextDecoder().decode(stderr)}`);
  return path(new URL("checker", work));
}
