/**
 * What a migration knows.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import type { HookContext, PluginConfig } from "../hook_context.ts";

/** The context of a migration. Its `signal` is also aborted when another node may have taken over. */
export interface MigrationContext<Config extends object = PluginConfig>
  extends HookContext<Config> {
  /**
   * What the last {@link checkpoint} of this migration said, if it was interrupted before: by a
   * crash, or by an error of its own. Undefined when it runs for the first time.
   */
  readonly resumedFrom: JsonValue | undefined;
  /**
   * Keeps how far the migration has come, for `resumedFrom` of a later run. It replaces what it said
   * before, and is forgotten when the migration is done.
   *
   * @param progress JSON
   */
  checkpoint(progress: JsonValue): Promise<void>;
}
