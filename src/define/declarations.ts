/**
 * What a plugin declares, checked, as its definition carries it from the plugin's bundle to what serves
 * it. The bundle holds the declarations, what serves the plugin holds the code that fulfils them.
 *
 * @module
 */
import type { BotDeclaration } from "../bot/bot_declaration.ts";
import type { CommandDeclarations } from "../commands/command_declarations.ts";
import type { CommandRoot } from "../commands/command_tree.ts";
import type { EventDeclarations } from "../events/event.ts";
import type { ActionDefinition } from "../interactions/action.ts";
import type { DialogDefinition } from "../interactions/dialog.ts";
import type { Job } from "../jobs/check_jobs.ts";
import type { Migrations } from "../migrations/migrations.ts";
import type { DeclaredSettings } from "../settings/declared_settings.ts";
import type { LoadedTexts } from "../translations/translations.ts";

/** What a plugin declares. */
export interface Declarations {
  /** Its settings, and the manifest's schema of them. */
  readonly settings: DeclaredSettings;
  /** Its events, by name. */
  readonly events: EventDeclarations;
  /** Its texts, or the folder of the bundle in which they are. */
  readonly texts: string | LoadedTexts;
  /** Its jobs. */
  readonly jobs: readonly Job[];
  /** Its bot, if it has one. */
  readonly bot: BotDeclaration | undefined;
  /** Its migrations, by name. */
  readonly migrations: Migrations;
  /** What its buttons and menus do. */
  readonly actions: readonly ActionDefinition<never, never>[];
  /** Its dialogs. */
  readonly dialogs: readonly DialogDefinition<never, never, never>[];
  /** Its commands as they were written, if it has any. */
  readonly commands: CommandDeclarations<never> | undefined;
  /** The same, checked. */
  readonly commandRoots: readonly CommandRoot[];
}
