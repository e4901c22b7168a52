/** All checks, in the order in which they run. @module */
import type { Check } from "../check.ts";
import { activation } from "./activation.ts";
import { api } from "./api.ts";
import { authorRooms } from "./author_rooms.ts";
import { busyMachine } from "./busy_machine.ts";
import { cliChecks } from "./cli.ts";
import { cliCompiled } from "./cli_compiled.ts";
import { cliDev } from "./cli_dev.ts";
import { cliTroubles } from "./cli_troubles.ts";
import { commands } from "./commands.ts";
import { crash } from "./crash.ts";
import { database } from "./database.ts";
import { databaseValues } from "./database_values.ts";
import { declaredCommands } from "./declared_commands.ts";
import { declaredInteractions } from "./declared_interactions.ts";
import { declaredTexts } from "./declared_texts.ts";
import { files } from "./files.ts";
import { flood } from "./flood.ts";
import { http } from "./http.ts";
import { install } from "./install.ts";
import { interactive } from "./interactive.ts";
import { keyValue } from "./key_value.ts";
import { logging } from "./logging.ts";
import { moderation } from "./moderation.ts";
import { newerMethods } from "./newer_methods.ts";
import { observed } from "./observed.ts";
import { ownStrength } from "./own_strength.ts";
import { pluginWebSocket } from "./plugin_websocket.ts";
import { posts } from "./posts.ts";
import { reads } from "./reads.ts";
import { removal } from "./removal.ts";
import { scenarios } from "./scenarios.ts";
import { serverDeath } from "./server_death.ts";
import { settings } from "./settings.ts";
import { signature } from "./signature.ts";
import { todo } from "./todo.ts";
import { upgrade } from "./upgrade.ts";
import { webhook } from "./webhook.ts";
import { writes } from "./writes.ts";

/** The order matters: plugins are installed first and removed last. */
export const allChecks: readonly Check[] = [
  ...install,
  ...cliChecks,
  ...cliCompiled,
  ...cliTroubles,
  ...cliDev,
  ...signature,
  ...posts,
  ...commands,
  ...activation,
  ...declaredCommands,
  ...http,
  ...pluginWebSocket,
  ...files,
  ...interactive,
  ...declaredInteractions,
  ...declaredTexts,
  ...observed,
  ...api,
  ...reads,
  ...writes,
  ...newerMethods,
  ...scenarios,
  ...todo,
  ...moderation,
  ...webhook,
  ...authorRooms,
  ...settings,
  ...keyValue,
  ...database,
  ...databaseValues,
  ...logging,
  ...ownStrength,
  ...flood,
  ...busyMachine,
  ...crash,
  ...upgrade,
  ...removal,
  ...serverDeath,
];
