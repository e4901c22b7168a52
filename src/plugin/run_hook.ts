/**
 * One call of one hook, from the request to the answer.
 *
 * @module
 */
import type { DescMethod, Message } from "@bufbuild/protobuf";
import type { AppError } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import type { APIScope } from "../api/scoped_api.ts";
import { fillSuperseded, preferNew } from "../contract/superseded_fields.ts";
import type { SecretMask } from "../process/secret_mask.ts";
import type { IncomingCall } from "../transport/transport.ts";
import { callContext, type PluginFacts } from "./call_context.ts";
import type { HookContext } from "./hook_context.ts";
import { answerFailure } from "./hook_failure.ts";
import type { PluginSettings } from "./plugin_settings.ts";

/** What is particular about one hook. */
export interface HookSteps {
  /**
   * Does the work. `contextOf` makes a context with the settings of the moment, for the hook of
   * this name if one is given.
   */
  readonly work: (
    request: Message,
    contextOf: (hook?: string) => HookContext,
  ) => Promise<Message>;
  /** Who does it, where the payload says so. */
  readonly userId?: ((request: Message) => string) | undefined;
  /** The answer that refuses; only where a failure shall do that. */
  readonly refuse?: ((reason: string) => Message) | undefined;
  /** The answer that carries an error; only where Go's function returns one. */
  readonly fail?: ((error: AppError) => Message) | undefined;
}

/** What all calls of a plugin have in common. */
export interface HookRunner extends PluginFacts {
  /** The plugin's settings. */
  readonly settings: PluginSettings;
  /** What no text that leaves the process by a failure may hold. */
  readonly secrets: SecretMask;
  /** Told when a hook starts; gives what is to be called when it ends. */
  readonly hookStarted?: ((hook: string) => () => void) | undefined;
}

/** Runs a hook, and gives the answer, be it the failure's. */
export async function runHook(
  runner: HookRunner,
  method: DescMethod,
  request: Message,
  call: IncomingCall,
  steps: HookSteps,
): Promise<Message> {
  const { signal } = call;
  const scope: APIScope = { signal };
  const userId = steps.userId?.(request) ?? "";
  const contextOf = (hook = method.localName): HookContext =>
    callContext(runner, request, {
      hook,
      signal,
      scope,
      config: runner.settings.current,
      userId,
    }, {});
  const ended = runner.hookStarted?.(method.localName);
  try {
    preferNew(method.input, request);
    const answer = await steps.work(request, contextOf);
    fillSuperseded(method.output, answer);
    return answer;
  } catch (thrown) {
    const { log, requestId } = contextOf();
    return answerFailure(thrown, {
      ...steps,
      hook: method.localName,
      goName: method.name,
      pluginId: runner.pluginId,
      log,
      requestId,
      signal,
      secrets: runner.secrets,
    });
  } finally {
    scope.signal = undefined;
    ended?.();
  }
}
