/** A plugin that tries, on request, what its manifest may let through. */
import { definePlugin } from "../../../mod.ts";

export default definePlugin({
  hooks: {
    async serveHTTP(request) {
      const { pathname, searchParams } = new URL(request.url);
      try {
        return new Response(await answer(pathname, searchParams));
      } catch (error) {
        return new Response(error instanceof Error ? `${error.name}: ${error.message}` : "?");
      }
    },
  },
});

async function answer(path: string, parameters: URLSearchParams): Promise<string> {
  const parameter = (name: string) => parameters.get(name) ?? "";
  switch (path) {
    case "/run": {
      const args = [parameter("word")];
      const { stdout } = await new Deno.Command(parameter("program"), { args }).output();
      return new TextDecoder().decode(stdout);
    }
    case "/read":
      return await Deno.readTextFile(parameter("path"));
    default:
      return Deno.cwd();
  }
}
