/**
 * The plugin's bot, as a context has it.
 *
 * @module
 */

/** The bot account that a plugin's definition declares. */
export interface Bot {
  /**
   * The bot's id, 26 characters: what its posts have as `userId`.
   *
   * @throws {TypeError} where the definition declares no bot, and before the plugin is activated
   */
  readonly userId: string;
  /**
   * The bot's name, without the `@`.
   *
   * @throws {TypeError} where the definition declares no bot
   */
  readonly username: string;
}
