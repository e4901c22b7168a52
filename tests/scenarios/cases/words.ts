/** Scenarios about a plugin's own words in what is refused. @module */
import type { Scenarios } from "../play.ts";
import type { JsonObject } from "../target.ts";

const wish = (of: JsonObject) => `hook:${JSON.stringify(of)}`;

export const words: Scenarios = {
  "whose post is rejected reads the plugin's words": ({ as, ids, says }) =>
    says(
      as("ada").post(ids.channel, { message: wish({ reject: "größer, *please*" }) }),
      "größer, *please*",
    ),
  "a plugin whose post is rejected reads the other's words": ({ newPost, says }) =>
    says(newPost("x", { message: wish({ reject: "not you" }) }), "not you"),
  "whose change is rejected reads the plugin's words": async ({ as, newPost, says }) => {
    const postId = await newPost("before");
    const message = wish({ on: "edit", reject: "keep it" });
    return await says(as("ada").edit(postId, message), "keep it");
  },
  "whose file is rejected reads the plugin's words": ({ as, ids, says }) =>
    says(as("ada").upload(ids.channel, "mutiny.txt", "now"), "no mutiny"),
  "whose settings are refused reads the plugin's words": async ({ call, says }) => {
    const before = await call<{ TeamSettings: JsonObject }>("getConfig");
    const TeamSettings = { ...before.TeamSettings, SiteName: "refused" };
    const config = { ...before, TeamSettings } as JsonObject;
    return await says(call("saveConfig", { config }), "no such name");
  },
  "whose command breaks reads why": ({ as, ids, says }) =>
    says(as("ada").execute(ids.channel, "/scene throw"), "the command broke"),
  "a plugin whose command is not registered reads what is wrong": ({ call, says }) =>
    says(
      call("registerCommand", {
        command: {
          trigger: "own-seven",
          autocompleteData: { trigger: "own-seven", helpText: "x", roleId: "captain" },
        },
      }),
      "role",
    ),
};
