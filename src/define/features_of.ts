/**
 * What fulfils a plugin's declarations.
 *
 * @module
 */
import { assetsFeature } from "../assets/assets_feature.ts";
import { botFeature } from "../bot/bot_feature.ts";
import { commandsFeature } from "../commands/commands_feature.ts";
import { eventsFeature } from "../events/events_feature.ts";
import { interactionsFeature } from "../interactions/interactions_feature.ts";
import { jobsFeature } from "../jobs/jobs_feature.ts";
import { mutexFeature } from "../jobs/mutex_feature.ts";
import { migrationsFeature } from "../migrations/migrations_feature.ts";
import type { Feature } from "../plugin/feature.ts";
import type { ServedDefinition } from "../plugin/plugin_definition.ts";
import { settingsFeature } from "../settings/settings_feature.ts";
import { storeFeature } from "../store/store_feature.ts";
import { translationsFeature } from "../translations/translations_feature.ts";
import type { Declarations } from "./declarations.ts";
import { namingTexts } from "./naming_texts.ts";

/** The features of a plugin, in the order of their start. */
export function featuresOf({ declared }: ServedDefinition): readonly Feature[] {
  if (declared === undefined) return [];
  const {
    settings,
    events,
    texts,
    jobs,
    bot,
    migrations,
    commands,
    commandRoots,
    ...interactions
  } = declared as Declarations;
  return [
    ...settings.all.length > 0 ? [settingsFeature(settings)] : [],
    storeFeature(),
    assetsFeature(),
    eventsFeature(events),
    translationsFeature(texts, namingTexts({ commands, dialogs: interactions.dialogs })),
    mutexFeature(),
    jobsFeature(jobs),
    botFeature(bot),
    migrationsFeature(migrations),
    interactionsFeature(interactions),
    ...commands === undefined ? [] : [commandsFeature(commandRoots)],
  ];
}
