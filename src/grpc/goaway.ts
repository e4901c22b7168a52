/**
 * A guard against a defect of Deno 2.9: the process dies (segmentation fault, or an assertion of
 * nghttp2) when an HTTP/2 session is closed while the peer's GOAWAY is still being handled, and that
 * is what grpc-js does in its `goaway` listener. A host that restarts would take its plugins down.
 *
 * @see https://github.com/denoland/deno/issues/36788
 * @module
 */
import http2 from "node:http2";
import { setImmediate } from "node:timers";

type Connect = typeof http2.connect;
type Emit = (event: string | symbol, ...values: unknown[]) => boolean;

let pending: Promise<void> | undefined;

/**
 * Set while a GOAWAY has arrived of which grpc-js does not know yet: a call that started now could
 * meet a session that is no more. Resolves when grpc-js knows.
 */
export function pendingGoaway(): Promise<void> | undefined {
  return pending;
}

const guarded = Symbol.for("mattermost-deno.http2.connect.guarded");

/**
 * From now on every client session of this process tells of a GOAWAY one turn of the event loop
 * later, when closing the session does no harm. May be called more than once.
 */
export function guardGoaway(): void {
  const connect: Connect & { [guarded]?: true } = http2.connect;
  if (connect[guarded] === true) return;
  const replacement = (...args: unknown[]): http2.ClientHttp2Session => {
    const session = Reflect.apply(connect, http2, args) as http2.ClientHttp2Session;
    const target = session as { emit: Emit };
    const emit = target.emit.bind(session);
    target.emit = (event, ...values) => {
      if (event !== "goaway") return emit(event, ...values);
      pending = new Promise((resolve) => {
        setImmediate(() => {
          pending = undefined;
          emit(event, ...values);
          resolve();
        });
      });
      return true;
    };
    return session;
  };
  http2.connect = Object.assign(replacement, { [guarded]: true }) as unknown as Connect;
}
