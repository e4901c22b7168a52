/**
 * @module
 */
import type { NamingTexts } from "../translations/check_localized.ts";
import type { Declarations } from "./declarations.ts";

/** What may name texts, as errors call it. */
export function namingTexts(
  { commands, dialogs }: Pick<Declarations, "commands" | "dialogs">,
): NamingTexts {
  const forms = dialogs.map(({ name, declaration }) => [name, declaration]);
  return { commands, dialogs: Object.fromEntries(forms) };
}
