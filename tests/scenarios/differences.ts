/** Where the embedded Mattermost differs from a real one, and why: the one table of it. @module */
import type { KnownDifference } from "./results.ts";

/** Every difference that is known. */
export const knownDifferences: readonly KnownDifference[] = [];
