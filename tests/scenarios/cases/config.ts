/** Scenarios about settings and the server itself. @module */
import type { Scenarios } from "../play.ts";
import type { Scene } from "../scene.ts";
import { type JsonObject, PLUGIN_ID } from "../target.ts";
import { fieldsOf } from "./pick.ts";

/** What the plugin's own `config` is, as its hooks see it. */
async function config({ nobody }: Scene): Promise<JsonObject> {
  return await (await nobody.fetch(`/plugins/${PLUGIN_ID}/config`)).json();
}

export const configuration: Scenarios = {
  "settings that nobody has set are the manifest's": async (scene) => [
    await scene.call("loadPluginConfiguration"),
    await scene.call("getPluginConfig"),
    await config(scene),
  ],
  "settings are saved, and seen by the plugin": async (scene) => {
    const { call } = scene;
    const settings = { Greeting: "hello", nested: { Deep: [1, null] } };
    await call("savePluginConfig", { config: settings });
    const after = [
      await call("loadPluginConfiguration"),
      await call("getPluginConfig"),
      await config(scene),
    ];
    await call("savePluginConfig", { config: {} });
    return after;
  },
  "settings of other kinds than the manifest's are kept as they are": async (scene) => {
    const { call } = scene;
    await call("savePluginConfig", { config: { Masts: "three", Unknown: true } });
    const after = [await call("loadPluginConfiguration"), await config(scene)];
    await call("savePluginConfig", { config: {} });
    return after;
  },
  "the server's settings have its address": async ({ call }) => {
    const { ServiceSettings } = await call<{ ServiceSettings: JsonObject }>("getConfig");
    return ServiceSettings["SiteURL"] ?? null;
  },
  "the server's settings are saved": async ({ call }) => {
    const read = () => call<{ TeamSettings: JsonObject }>("getConfig");
    const before = await read();
    const named = (SiteName: string) => ({
      config: { ...before, TeamSettings: { ...before.TeamSettings, SiteName } } as JsonObject,
    });
    await call("saveConfig", named("Harbour"));
    const after = (await read()).TeamSettings["SiteName"] ?? null;
    await call("saveConfig", named("Mattermost"));
    return after;
  },
  "the server's settings are not saved if a plugin refuses": async ({ call }) => {
    const before = await call<{ TeamSettings: JsonObject }>("getConfig");
    const TeamSettings = { ...before.TeamSettings, SiteName: "refused" };
    return await call("saveConfig", { config: { ...before, TeamSettings } as JsonObject });
  },
  "the plugin's id": ({ call }) => call("getPluginID"),
  "the server has no license": ({ call }) => call("getLicense"),
  "the plugin's status": async ({ call }) =>
    fieldsOf(
      await call("getPluginStatus", { id: PLUGIN_ID }),
      "plugin_id",
      "state",
      "name",
      "description",
      "version",
    ),
  "the status of a plugin that is not there": ({ call }) =>
    call("getPluginStatus", { id: "com.example.absent" }),
  "the plugin is in the list": async ({ call }) => {
    const plugins = await call<JsonObject[]>("getPlugins");
    return fieldsOf(plugins.filter(({ id }) => id === PLUGIN_ID), "id", "name", "version");
  },
  "the log takes what it is given": ({ call }) => call("logInfo", { msg: "fair wind" }),
};
