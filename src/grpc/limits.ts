/**
 * The sizes and times that both ends of a gRPC connection are set to.
 *
 * @module
 */

/** The largest message that is sent or taken, in bytes: 100 MiB, as the reference SDK has it. */
export const maxMessageBytes = 100 * 1024 * 1024;

/** The largest piece of a body in one message, in bytes; what the reference host reads at once. */
export const maxChunkBytes = 64 * 1024;

/**
 * How many bytes of a body may be handed to HTTP/2 and not yet be taken by it, per stream. Enough
 * to keep the connection busy, and all the memory that a slow reader can hold up.
 */
export const maxUnsentBytes = 256 * 1024;

/**
 * The receive window of a stream and of a connection, in bytes. HTTP/2 starts with 64 KiB, which
 * stalls uploads on loopback (measured: 1 MiB doubles them).
 */
export const receiveWindowBytes = 1024 * 1024;

/**
 * Milliseconds without traffic after which a ping is sent. A grpc-go server with its defaults
 * tolerates one ping in five minutes and only during calls; more often than that it ends the
 * connection with `too_many_pings`.
 */
export const keepaliveTimeMs = 6 * 60 * 1000;

/** Milliseconds within which a ping must be answered; long, since a busy peer is not a dead one. */
export const keepaliveTimeoutMs = 60 * 1000;

/** Milliseconds after which a lost connection is first tried again. */
export const firstReconnectMs = 50;

/** Milliseconds between attempts to connect, at most. */
export const maxReconnectMs = 1000;

/** Milliseconds for which a call waits for a connection that is not there, unless told otherwise. */
export const defaultConnectTimeoutMs = 2000;
