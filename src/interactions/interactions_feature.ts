/**
 * Buttons, menus and dialogs, as a plugin has them.
 *
 * @module
 */
import type { DialogPlace } from "../plugin/context/interactive.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import type { Feature } from "../plugin/feature.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import type { ActionDefinition } from "./action.ts";
import type { DialogDefinition } from "./dialog.ts";
import { makeButtonIn, makeMenuIn } from "./make_interactive.ts";
import { continueName, nextSteps } from "./next_steps.ts";
import { type AnyDialog, openDialogAt } from "./open_dialog.ts";
import { seals } from "./seal.ts";
import { type AnyAction, serveActions } from "./serve_actions.ts";
import { serveDialogs } from "./serve_dialogs.ts";
import { signingKeys } from "./signing_keys.ts";

/** What a plugin declares. */
export interface InteractionDeclarations<Config extends object> {
  /** The actions that its buttons and menus lead to. */
  readonly actions?: readonly ActionDefinition<never, Config>[] | undefined;
  /** The dialogs that it opens. */
  readonly dialogs?: readonly DialogDefinition<never, never, Config>[] | undefined;
}

/** Makes and serves what is declared. */
export function interactionsFeature<Config extends object>(
  declared: InteractionDeclarations<Config>,
): Feature {
  // The dispatch does not know this plugin's settings; its contexts have what the features make.
  const actions = byName((declared.actions ?? []) as unknown as readonly AnyAction[]);
  const dialogs = byName((declared.dialogs ?? []) as unknown as readonly AnyDialog[]);
  const names = new Set(actions.keys());
  return {
    name: "interactions",
    start({ api, log, clock, pluginId }) {
      const keys = signingKeys(api, log, clock);
      const facts = {
        seals: seals(pluginId, keys),
        clock,
        pluginId,
        dialogs,
        cuts: new Set<string>(),
        actions: names,
      };
      const { steps, action } = nextSteps({ ...facts, actions: new Set([continueName]) });
      const served = new Map(dialogs.size === 0 ? actions : [...actions, [continueName, action]]);
      let endChecks = () => {};
      return {
        context: {
          button: (context) => makeButtonIn(facts, context as UserContext),
          menu: (context) => makeMenuIn(facts, context as UserContext),
          openDialogFor: (context: HookContext) => (place: DialogPlace) =>
            openDialogAt(facts, context, place),
        },
        ...(served.size === 0 ? {} : {
          async activate({ api }: HookContext) {
            await keys.load(api);
            endChecks = keys.keepFresh();
          },
          deactivate() {
            endChecks();
            return Promise.resolve();
          },
          routes: {
            actions: serveActions(facts, served),
            ...(dialogs.size === 0 ? {} : { dialogs: serveDialogs(facts, steps) }),
          },
        }),
      };
    },
  };
}

function byName<Declared extends { readonly name: string }>(
  declared: readonly Declared[],
): Map<string, Declared> {
  return new Map(declared.map((each) => [each.name, each]));
}
