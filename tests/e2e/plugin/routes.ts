/** The plugin's endpoints for plain requests. @module */
import type { HTTPContext } from "@mattermost-deno/plugin";
import { answerFromAPI } from "./api_routes.ts";
import { askForColour, takeColour } from "./colours.ts";
import { tryToEscape } from "./escape.ts";
import { runSQL } from "./sql.ts";
import { useDatabase } from "./use_database.ts";

const HALF = new Uint8Array(64 * 1024).fill(".".charCodeAt(0));

/** Lets the response of `/stream` go on. */
let release: () => void = () => {};

/** Answers one request. */
export async function answer(request: Request, context: HTTPContext): Promise<Response> {
  switch (new URL(request.url).pathname) {
    case "/echo":
      return new Response(await request.bytes(), {
        status: 201,
        headers: { "Content-Type": "application/octet-stream", "X-Method": request.method },
      });
    case "/stream":
      return new Response(ReadableStream.from(twoHalves()));
    case "/release":
      release();
      return new Response(null, { status: 204 });
    case "/log":
      context.log.debug("a debug line", { n: 1 });
      context.log.info("an info line", { n: 2 });
      context.log.warn("a warning line", { n: 3 });
      context.log.error("an error line", { n: 4 });
      return new Response(null, { status: 204 });
    case "/sql":
      return await runSQL(await request.json(), context);
    case "/database":
      return await useDatabase(context);
    case "/throw":
      throw new Error("as you wish");
    case "/escape":
      return Response.json(await tryToEscape());
    case "/word":
      return new Response(String(context.config["word"]));
    case "/action":
      return await askForColour(await request.json(), context);
    case "/dialog":
      return await takeColour(await request.json(), context);
    default:
      return await answerFromAPI(request, context) ??
        new Response("404 page not found\n", { status: 404 });
  }
}

async function* twoHalves(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { promise: released, resolve } = Promise.withResolvers<void>();
  release = resolve;
  yield HALF;
  await released;
  yield HALF;
}
