/**
 * The seam between what this package says (messages of the contract) and how it travels (gRPC,
 * net/rpc, memory). The API client and the hook dispatch know nothing but this file.
 *
 * @module
 */
import type {
  DescMessage,
  DescMethod,
  DescMethodUnary,
  DescService,
  Message,
  MessageShape,
} from "@bufbuild/protobuf";

/** What a caller may say about one call. */
export interface TransportCallOptions {
  /** Aborting it cancels the call, on both sides; the call then rejects with `CANCELLED`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds after which the call rejects with `DEADLINE_EXCEEDED`. Default: no limit. */
  readonly timeoutMs?: number | undefined;
}

/** One message with a byte stream beside it. `body` is null where there is none. */
export interface Exchange<Init extends Message = Message> {
  /** The message that opens the exchange: the request's or the response's head. */
  readonly init: Init;
  /** The bytes beside it. Cancel it to tell the other side that nobody reads on. */
  readonly body: ReadableStream<Uint8Array> | null;
}

/**
 * The calling side of a connection: carries a message for a method and brings the answer.
 *
 * Failures of the call itself reject with a `TransportError`; application errors are inside the
 * answer and are none of the transport's business.
 */
export interface Transport {
  /** Which protocol carries the messages; for log lines and error texts. */
  readonly protocol: "grpc" | "netrpc" | "memory";

  /** Calls a method that takes one message and answers with one. */
  call<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    request: MessageShape<I>,
    options?: TransportCallOptions,
  ): Promise<MessageShape<O>>;

  /**
   * Calls a method that has a byte stream beside its message, in one direction or in both.
   *
   * `method` is the streaming method; `init` is the message of its request's `init` field. The
   * answer is the response's `init` with its body, or, for a method that answers with one plain
   * message, that message with `body: null`. Resolves as soon as the answer's head is here, which
   * may be before the request's body has ended.
   * Cancelling the answer's body, or aborting `signal`, ends the exchange on both sides.
   */
  exchange(
    method: DescMethod,
    init: Message,
    body: ReadableStream<Uint8Array> | null,
    options?: TransportCallOptions,
  ): Promise<Exchange>;

  /**
   * Whether the peer has this (streaming) method. Asked once per method and remembered; a peer that
   * cannot be reached rejects with `UNAVAILABLE`.
   */
  supports(method: DescMethod): Promise<boolean>;

  /** Ends the connection; calls under way reject with `CANCELLED`. */
  close(): Promise<void>;
}

/** What a handler knows about the call that it answers. */
export interface IncomingCall {
  /** Aborted when the caller cancels, its deadline passes or the connection is lost. */
  readonly signal: AbortSignal;
}

/** The answering side of one exchange: the body after the head. */
export interface ResponseWriter {
  /**
   * Sends bytes; resolves when the transport can take more, so that awaiting it keeps memory flat
   * whatever the reader's pace. Rejects when the caller is gone.
   */
  write(chunk: Uint8Array): Promise<void>;
  /** Asks the host to push what it has to the client now (Go's `http.Flusher`). */
  flush(): Promise<void>;
  /** Ends the body normally. */
  close(): Promise<void>;
  /** Ends the exchange as a failure; the caller sees a broken body, not a complete one. */
  abort(reason: unknown): void;
}

/** A client's connection that was taken over from HTTP: bytes both ways, as they come. */
export interface HijackedConnection {
  /** What the client sends; ends when the client closes its side or the connection is lost. */
  readonly readable: ReadableStream<Uint8Array>;
  /** What is sent to the client. Closing it closes the connection. */
  readonly writable: WritableStream<Uint8Array>;
  /** Closes the connection; may be called more than once. */
  close(): Promise<void>;
}

/** One exchange as the answering side sees it. */
export interface IncomingExchange<
  Request extends Message = Message,
  Response extends Message = Message,
> extends IncomingCall {
  /** The message that opened the exchange. */
  readonly init: Request;
  /** The request's bytes, read only as fast as this stream is read. Null where there are none. */
  readonly body: ReadableStream<Uint8Array> | null;
  /**
   * Sends the answer's head; at most once. The body may follow before the request's body has
   * ended. For a method that answers with one plain message, `response` is that message and the
   * writer takes nothing but `close()`.
   */
  respond(response: Response): Promise<ResponseWriter>;
  /**
   * Takes over the client's connection (Go's `http.Hijacker`), instead of `respond`. Absent where
   * the protocol has no way to; rejects where the server cannot, as over HTTP/2.
   */
  hijack?(): Promise<HijackedConnection>;
}

/**
 * The answering side of a connection: one service's methods. Both functions may be called many
 * times at once. What they throw becomes a status: a `TransportError` keeps its code, anything else
 * is `UNKNOWN` with the error's message.
 */
export interface Handler {
  /** The service whose methods this answers. */
  readonly service: DescService;
  /** Answers a method that takes one message and answers with one. */
  call(method: DescMethod, request: Message, call: IncomingCall): Promise<Message>;
  /** Answers a streaming method; resolves when the exchange is over. */
  exchange(method: DescMethod, exchange: IncomingExchange): Promise<void>;
}
