/**
 * Dialogs that come back: submitted, closed, or asking for choices.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { json } from "../contract/json.ts";
import { isText } from "../plugin/context/translate.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import type { FetchHandler, HTTPContext } from "../plugin/http_hooks.ts";
import { withProperties } from "../plugin/with_properties.ts";
import { canSeeChannel, userExists } from "./access.ts";
import type { DialogResult, NextStep } from "./dialog.ts";
import { partsOf, type ReadingContext } from "./elements/element.ts";
import { menuOptions } from "./menu_options.ts";
import {
  type AnyDialog,
  checkedDialog,
  type DialogFacts,
  dialogMessage,
  type DialogPayload,
  type OfferPayload,
} from "./open_dialog.ts";
import { readRequest } from "./read_request.ts";
import { readSubmission } from "./read_submission.ts";
import { Refusal } from "./refusal.ts";
import { sayTexts } from "./say_texts.ts";
import { serveRequests } from "./serve_requests.ts";

/** Where people continue whose server cannot show the next dialog by itself. */
export interface NextSteps {
  /** Whether the server can. */
  readonly shown: (context: UserContext) => Promise<boolean>;
  /** Gives the person another way to it. */
  readonly offer: (step: NextStep, context: UserContext) => Promise<void>;
}

/** Answers requests to `/_plugin/dialogs/NAME` and below. */
export function serveDialogs(facts: DialogFacts, steps: NextSteps): FetchHandler {
  return serveRequests({
    subject: "a dialog",
    kind: "dialog",
    sentence: (error) => ({ error }),
    async answer([, , lookup, field, ...rest], request, context) {
      const { body, dialog, payload } = await readDialog(facts, request, context);
      const userContext = contextOf(payload, dialog, context);
      if (lookup === "lookup" && field !== undefined && rest.length === 0) {
        return await offer(facts, dialog, field, object(body["submission"]), userContext);
      }
      if (lookup !== undefined) throw new Refusal(404, "There is nothing here.");
      if (body["cancelled"] === true) {
        await dialog.declaration.cancel?.(userContext, payload.s);
        return {};
      }
      const { values, errors } = await readSubmission(
        dialog.declaration,
        object(body["submission"]),
        readingContext(facts, dialog.name, userContext),
      );
      if (Object.keys(errors).length > 0) return { errors };
      const result = await dialog(values as never, userContext, payload.s as never);
      return await answerOf(facts, steps, dialog, payload, result, userContext);
    },
  });
}

/** A dialog of somebody for whom it was opened. */
interface ReturnedDialog {
  readonly body: Readonly<Record<string, unknown>>;
  readonly dialog: AnyDialog;
  readonly payload: DialogPayload;
}

/**
 * Reads what all three requests have in common. Which dialog it is, and where it was opened, is in
 * the signed state: a client holds everything else, and keeps the first dialog's URL for those that
 * follow it.
 *
 * @throws {Refusal} where anything does not fit
 */
async function readDialog(
  { seals, clock, dialogs }: DialogFacts,
  request: Request,
  context: HTTPContext,
): Promise<ReturnedDialog> {
  const { userId, body } = await readRequest(request, context);
  const payload = await seals.open("dialog", body["state"]) as DialogPayload | undefined;
  if (payload === undefined) {
    throw new Refusal(
      403,
      "This dialog is not valid any more. Please open it again.",
      "its state is not signed by this plugin, or with a key that is no longer kept",
    );
  }
  if (payload.u !== userId) {
    throw new Refusal(
      403,
      "This dialog was opened for somebody else.",
      `the dialog "${payload.d}" was opened for another user`,
    );
  }
  if (clock.now() >= payload.e) {
    throw new Refusal(
      403,
      "This dialog has expired. Please open it again.",
      `the dialog "${payload.d}" has expired`,
    );
  }
  const dialog = dialogs.get(payload.d);
  if (dialog === undefined) {
    throw new Refusal(404, "There is no such dialog any more.", `there is no "${payload.d}"`);
  }
  if (payload.c !== "" && !await canSeeChannel(context.api, userId, payload.c)) {
    throw new Refusal(403, "You are not in this channel any more.", "not in the channel any more");
  }
  return { body, dialog, payload };
}

function contextOf(
  { u: userId, c: channelId, t: teamId, r: rootId }: DialogPayload,
  { name }: AnyDialog,
  context: HTTPContext,
): UserContext {
  return withProperties(context, {
    userId,
    channelId,
    teamId,
    rootId,
    hook: `dialog ${name}`,
    log: context.log.with({ dialog: name }),
    openDialog: () =>
      Promise.reject(
        new TypeError(
          `dialog "${name}": Mattermost opens no dialog from a dialog; return nextStep(…) instead`,
        ),
      ),
  }) as UserContext;
}

function readingContext(
  { seals, clock }: DialogFacts,
  dialog: string,
  { api, userId }: UserContext,
): (element: string) => ReadingContext {
  const now = clock.now();
  return (element) => ({
    now,
    userExists: (id) => userExists(api, id),
    canSeeChannel: (id) => canSeeChannel(api, userId, id),
    async offered(value) {
      const offer = await seals.open("option", value) as OfferPayload | undefined;
      const good = offer !== undefined && offer.d === dialog && offer.f === element &&
        offer.u === userId && now < offer.e;
      return good ? offer.v : undefined;
    },
  });
}

/** The choices for what somebody typed; their values are signed, so that no others come back. */
async function offer(
  { seals, clock }: DialogFacts,
  { name, declaration }: AnyDialog,
  field: string,
  { query }: Readonly<Record<string, unknown>>,
  context: UserContext,
): Promise<object> {
  const input = Object.hasOwn(declaration.elements, field)
    ? declaration.elements[field]
    : undefined;
  const search = input === undefined ? undefined : partsOf(input).search;
  if (search === undefined) {
    throw new Refusal(404, "There is nothing here.", `"${name}" searches for no "${field}"`);
  }
  const found = await search(typeof query === "string" ? query : "", context);
  if (Array.isArray(found) && found.length === 0) return { items: [] };
  const options = menuOptions(found, `defineDialog("${name}"): elements.${field}: search`);
  const say = await sayTexts(options.map(({ text }) => text), context, context.userId);
  const e = clock.now() + declaration.expiresInMs;
  const items = options.map(({ text, value }) => {
    const payload: OfferPayload = { d: name, f: field, u: context.userId, v: value, e };
    return { text: say(text), value: seals.seal("option", payload) };
  });
  return { items };
}

/** What Mattermost is told. */
async function answerOf(
  facts: DialogFacts,
  steps: NextSteps,
  { name, declaration }: AnyDialog,
  payload: DialogPayload,
  result: DialogResult<string>,
  context: UserContext,
): Promise<object> {
  if (result === undefined || result === null || result === "") return {};
  if (isText(result)) {
    const say = await sayTexts([result], context, context.userId);
    return { error: say(result) };
  }
  if (result.outcome === "fieldErrors") {
    const unknown = Object.keys(result.errors).find((key) =>
      !Object.hasOwn(declaration.elements, key)
    );
    if (unknown === undefined) {
      const say = await sayTexts(Object.values(result.errors), context, context.userId);
      const said = Object.entries(result.errors).map(([element, text]) => [element, say(text)]);
      return { errors: Object.fromEntries(said) };
    }
    throw new TypeError(
      `dialog "${name}": fieldErrors() names "${unknown}", which is none of its elements ` +
        Object.keys(declaration.elements).join(", "),
    );
  }
  if (result.outcome === "nextStep") {
    const where = checkedDialog(facts, result.dialog, "nextStep");
    if (!await steps.shown(context)) {
      await steps.offer(result, context);
      return {};
    }
    const place = { userId: payload.u, channelId: payload.c, teamId: payload.t, rootId: payload.r };
    const { dialog, state, options } = result;
    const form = await dialogMessage(facts, context, place, dialog.name, state, options, where);
    return { type: "form", form: json(form) };
  }
  throw new TypeError(
    `dialog "${name}" must return nothing, a text, fieldErrors(…) or nextStep(…), but it returned ` +
      shown(result),
  );
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? value as Readonly<Record<string, unknown>>
    : {};
}
