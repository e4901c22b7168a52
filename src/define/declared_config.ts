/**
 * What the contexts of a plugin know from its declarations, as a type.
 *
 * @module
 */
import type { EventDeclarations, PayloadsOf } from "../events/event.ts";
import type { WithDeclared } from "../plugin/context/declared.ts";
import type { ConfigOf, SettingDeclarations } from "../settings/setting.ts";
import type { ArgumentsOfTexts, TranslationDeclarations } from "../translations/translations.ts";

/**
 * The settings, and the names of what else is declared; settings alone where nothing else is.
 *
 * @internal
 */
export type DeclaredConfig<
  Settings extends SettingDeclarations,
  Events extends EventDeclarations,
  Texts extends TranslationDeclarations,
> = [NothingIn<Events>, NothingIn<Texts>] extends [true, true] ? ConfigOf<Settings>
  : WithDeclared<ConfigOf<[Settings] extends [never] ? None : Settings>, {
    readonly events: PayloadsOf<NothingIn<Events> extends true ? None : Events>;
    readonly texts: ArgumentsOfTexts<NothingIn<Texts> extends true ? None : Texts>;
  }>;

// deno-lint-ignore ban-types -- no names, rather than any
type None = {};

/** Whether nothing is declared; while it infers, TypeScript takes `never` for what it will not find. */
type NothingIn<Declarations> = [Declarations] extends [never] ? true
  : [keyof Declarations] extends [never] ? true
  : false;
