/**
 * How clicks and submissions are answered that are not what they claim to be.
 *
 * @module
 */

/** A request that is refused: what the person who sent it reads, and what the log says. */
export class Refusal extends Error {
  /** The class's name. */
  override readonly name: string = "Refusal";
  /** The HTTP status; Mattermost ignores it, other clients do not. */
  readonly status: number;
  /** Why, for the log. */
  readonly reason: string;

  /**
   * @param status the HTTP status
   * @param message a sentence for the person who sent the request
   * @param reason why, for the log; by default the sentence
   */
  constructor(status: number, message: string, reason: string = message) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

/**
 * The JSON of an answer in one piece: of what a plugin writes, Mattermost passes on the last piece
 * only.
 */
export function answerInOnePiece(answer: object, status = 200): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(answer));
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return new Response(body, { status, headers: { "Content-Type": "application/json" } });
}

/** Mattermost's shape of an error, for those who did not come through Mattermost. */
export function errorFields(
  status: number,
  message: string,
  requestId: string | null,
): Record<string, unknown> {
  return {
    id: status >= 500 ? "plugin.internal_error" : "plugin.interaction_refused",
    message,
    detailed_error: "",
    request_id: requestId ?? "",
    status_code: status,
  };
}
