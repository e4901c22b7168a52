/** All checks, in the order in which they run. @module */
import type { Check } from "../check.ts";
import { install } from "./install.ts";
import { posts } from "./posts.ts";

/** The order matters: plugins are installed first and removed last. */
export const allChecks: readonly Check[] = [
  ...install,
  ...posts,
];
