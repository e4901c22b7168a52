/** A plugin for the end-to-end test alone: what `examples/hello` does not do. */
import { definePlugin } from "@mattermost-deno/plugin";

export default definePlugin({});
