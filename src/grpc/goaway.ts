/**
 * A guard against two defects that a peer's GOAWAY meets. A host that restarts would take its
 * plugins down, a plugin that ends its host.
 *
 * Under Deno 2.9 the process dies (segmentation fault, or an assertion of nghttp2) when an HTTP/2
 * session is closed while a GOAWAY is still being read. Deno itself does that, on either side, as
 * soon as no stream is open. And grpc-js, told of a GOAWAY that arrives together with the peer's
 * settings, takes the connection for ready for ever.
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

/** From now on `session` is closed and destroyed one turn of the event loop after it is asked for. */
export function endLater(session: http2.Http2Session): void {
  const close = session.close.bind(session);
  const destroy = session.destroy.bind(session);
  session.close = (callback) => void setImmediate(() => close(callback));
  session.destroy = (error, code) => void setImmediate(() => destroy(error, code));
}

const guarded = Symbol.for("mattermost-deno.http2.connect.guarded");

/**
 * From now on every client session of this process ends later, and tells of a GOAWAY one turn of
 * the event loop after it came. May be called more than once.
 */
export function guardClientSessions(): void {
  const connect: Connect & { [guarded]?: true } = http2.connect;
  if (connect[guarded] === true) return;
  const replacement = (...args: unknown[]): http2.ClientHttp2Session => {
    const session = Reflect.apply(connect, http2, args) as http2.ClientHttp2Session;
    endLater(session);
    tellLater(session);
    return session;
  };
  http2.connect = Object.assign(replacement, { [guarded]: true }) as unknown as Connect;
}

function tellLater(session: http2.ClientHttp2Session): void {
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
}
