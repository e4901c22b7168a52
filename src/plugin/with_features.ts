/**
 * An author's hooks, with the features before them.
 *
 * @module
 */
import { answerWithFetch } from "./fetch_exchange.ts";
import type { Hooks } from "./hooks.ts";
import { httpExchange } from "./http_exchange.ts";
import { localizedCommand } from "./localized_answer.ts";
import type { RunningFeatures } from "./start_features.ts";

/**
 * The hooks that the server calls: a command goes to the features and then to the author, a request
 * below the features' path to them alone.
 */
export function withFeatures(hooks: Hooks, features: RunningFeatures): Hooks {
  const { executeCommand: command, hasRoutes } = features;
  const own = hooks.executeCommand === undefined
    ? undefined
    : localizedCommand(hooks.executeCommand);
  const commands = command === undefined ? own : commandsBefore(own, command);
  return {
    ...hooks,
    ...(commands === undefined ? {} : { executeCommand: commands }),
    ...(hasRoutes ? { serveHTTP: routesBefore(hooks, features) } : {}),
  };
}

function commandsBefore(
  author: Hooks["executeCommand"],
  command: NonNullable<RunningFeatures["executeCommand"]>,
): NonNullable<Hooks["executeCommand"]> {
  return async (args, context) => {
    const answer = await command(args, context);
    if (answer !== null) return answer;
    return author === undefined ? null : await author(args, context);
  };
}

function routesBefore(
  { serveHTTP: author }: Hooks,
  features: RunningFeatures,
): NonNullable<Hooks["serveHTTP"]> {
  return httpExchange(async (exchange, context) => {
    const handler = features.route(exchange.url) ?? author ?? notFound;
    await (typeof handler === "function"
      ? answerWithFetch(handler, exchange, context)
      : handler.handle(exchange, context));
  });
}

/** As a server answers for a plugin that has no `serveHTTP`. */
function notFound(): Response {
  return new Response("404 page not found\n", { status: 404 });
}
