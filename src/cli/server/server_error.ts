/** What kind of thing went wrong between this machine and the server. */
export type ServerProblem =
  /** Nothing answers at the address. */
  | "unreachable"
  /** Something did not happen in time. */
  | "timeout"
  /** What answers is no Mattermost server, or sends elsewhere. */
  | "address"
  /** The server does not know who asks. */
  | "login"
  /** The server knows who asks, and does not let them. */
  | "permission"
  /** The server's settings, size limits or version are in the way. */
  | "settings"
  /** The server said no for another reason. */
  | "refused";

/** Why a server did not do what was asked; the message says what to do about it. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  /** The kind of the problem. */
  readonly problem: ServerProblem;
  /** The HTTP status of the answer; 0 if there was none. */
  readonly status: number;
  /** The id of Mattermost's error, such as `app.plugin.upload_disabled.app_error`; may be empty. */
  readonly id: string;

  constructor(
    problem: ServerProblem,
    message: string,
    answer: { status?: number; id?: string } = {},
  ) {
    super(message);
    this.problem = problem;
    this.status = answer.status ?? 0;
    this.id = answer.id ?? "";
  }
}
