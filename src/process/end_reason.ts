/**
 * @module
 */

/** Why a plugin process ended. */
export type EndReason = "controller" | "SIGTERM" | "host gone";
