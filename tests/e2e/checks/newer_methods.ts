/** Checks of what a plugin meets that is newer than its server. @module */
import { assertRejects } from "@std/assert";
import type { Check } from "../check.ts";
import { callAPI } from "../client/call_api.ts";

export const newerMethods: readonly Check[] = [
  {
    name: "a method that this server does not have yet fails with the version that brought it",
    only: "deno",
    async run({ admin }) {
      await assertRejects(
        () => callAPI(admin, "getPropertyGroup", { name: "anything" }),
        Error,
        "NotImplementedError: getPropertyGroup: UNIMPLEMENTED: rpc: can't find method Plugin.GetPropertyGroup (it came " +
          "with Mattermost 10.10; this server may be older, or may not offer it)",
      );
    },
  },
];
