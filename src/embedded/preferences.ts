import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import type { Preference } from "../contract/mod.ts";
import { denied, invalid } from "./app_error.ts";
import { tellPlugins } from "./hooks.ts";
import type { Server } from "./server.ts";
import { runeCount } from "./text.ts";

/** The API methods about users' preferences. */
export function preferenceMethods(server: Server): PluginAPIHandlers {
  const { preferences } = server.tables;
  return {
    getPreferenceForUser: ({ userId, category, name }) => {
      const preference = preferences.get(userId, category, name);
      if (preference) return preference;
      // A real server says 400 here, not 404.
      throw invalid(
        "GetPreferenceByCategoryAndNameForUser",
        "app.preference.get.app_error",
        `The user has no preference "${name}" in the category "${category}".`,
      );
    },
    getPreferencesForUser: ({ userId }) =>
      preferences.all("WHERE user_id = ? ORDER BY category, name", userId),
    updatePreferencesForUser: ({ userId, preferences: changed }) => {
      requireOwn(userId, changed, "savePreferences", "update_preferences.set");
      changed.forEach(checkPreference);
      server.database.transaction(() => changed.forEach(preferences.put));
      tellPlugins(
        server,
        "preferencesHaveChanged",
        (hooks, pluginContext) =>
          hooks.preferencesHaveChanged({ pluginContext, preferences: changed }),
      );
    },
    deletePreferencesForUser: ({ userId, preferences: gone }) => {
      requireOwn(userId, gone, "DeletePreferences", "delete_preferences.delete");
      server.database.transaction(() => {
        for (const { category, name } of gone) preferences.remove(userId, category, name);
      });
    },
  };
}

function requireOwn(
  userId: string,
  preferences: readonly Preference[],
  where: string,
  id: string,
): void {
  const other = preferences.find((preference) => preference.userId !== userId);
  if (!other) return;
  throw denied(
    where,
    `api.preference.${id}.app_error`,
    `Every preference must be of the user "${userId}"; one is of "${other.userId}".`,
    { detailedError: `userId=${userId}, preference.UserId=${other.userId}` },
  );
}

function checkPreference({ category, name, value }: Preference): void {
  const limits = [["category", category, 32], ["name", name, 32], [
    "value",
    value,
    20_000,
  ]] as const;
  for (const [field, text, limit] of limits) {
    const length = runeCount(text);
    if (length <= limit && !(field === "category" && length === 0)) continue;
    throw invalid(
      "Preference.IsValid",
      `model.preference.is_valid.${field}.app_error`,
      `A preference's ${field} has at most ${limit} characters` +
        `${field === "category" ? ", and at least one" : ""}; this has ${length}.`,
      { detailedError: `${field}=${text}` },
    );
  }
}
