/**
 * Builds the Mattermost server that the checks run, or finds it built. CI does so beside its tests.
 *
 * @module
 */

import { buildMattermost } from "./environment/mattermost.ts";

const { path } = await buildMattermost(new AbortController().signal);
console.log(`the server is at ${path}`);
