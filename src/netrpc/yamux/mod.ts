/**
 * yamux: many streams over one connection.
 *
 * @module
 */
export type { YamuxClock } from "./clock.ts";
export type { YamuxConnection } from "./connection.ts";
export type { YamuxOptions } from "./options.ts";
export type { DataCallback } from "./receive_half.ts";
export { openYamux, type YamuxSession } from "./session.ts";
export type { YamuxStream } from "./stream.ts";
export { YamuxError, type YamuxErrorCode } from "./yamux_error.ts";
