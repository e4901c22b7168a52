/**
 * What clicks and submissions have in common: where they arrive, and how failures are answered.
 *
 * @module
 */
import { textFor } from "../plugin/context/translate.ts";
import { logUncaught } from "../plugin/log_uncaught.ts";
import type { FetchHandler, HTTPContext } from "../plugin/http_hooks.ts";
import { UserError } from "../plugin/user_error.ts";
import { answerInOnePiece, errorFields, Refusal } from "./refusal.ts";

/** Answers requests below a path of the plugin's own. */
export interface RequestServer {
  /** What arrives, for the log. */
  readonly subject: string;
  /** What the second word of the path names, for the log. */
  readonly kind: string;
  /** Answers one request; the words are those of the path behind `/_plugin/`. */
  readonly answer: (
    words: readonly string[],
    request: Request,
    context: HTTPContext,
  ) => Promise<object>;
  /** Where in the answer people find a sentence. */
  readonly sentence: (text: string) => object;
}

/** What people read when something failed that they cannot help. */
export const failureSentence = "This did not work. The server's log says why.";

/** A handler that answers everything, and says what is wrong where Mattermost shows it. */
export function serveRequests({ subject, kind, answer, sentence }: RequestServer): FetchHandler {
  return async (request, context) => {
    const { pathname } = new URL(request.url);
    const words = pathname.split("/").slice(2).map(decoded);
    const { log, requestId, signal, userId } = context;
    const failed = (status: number, text: string) =>
      answerInOnePiece({ ...errorFields(status, text, requestId), ...sentence(text) }, status);
    const about = { user_id: userId, path: pathname };
    try {
      return answerInOnePiece(await answer(words, request, context));
    } catch (error) {
      if (error instanceof UserError) {
        return answerInOnePiece(sentence(await textFor(error.text, context, userId)));
      }
      if (error instanceof Refusal) {
        log.warn(`${subject} was refused: ${error.reason}`, about);
        return failed(error.status, error.message);
      }
      if (signal.aborted) throw error;
      logUncaught(log, `the ${kind} "${words[1] ?? ""}"`, error, about);
      return failed(500, failureSentence);
    }
  };
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
