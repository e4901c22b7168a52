import { assertEquals } from "@std/assert";
import { loggerTo } from "./logger.ts";
import { PluginAPIError } from "../api/errors.ts";
import { createSecretMask } from "../process/secret_mask.ts";
import { plugin } from "../../tests/support/plugin_under_test.ts";
import type { Feature } from "./feature.ts";
import { maskedLogger } from "./masked.ts";
import { asPluginDefinition, createDefinition, type PluginFunctions } from "./plugin_definition.ts";

const secret = "hunter2";

/** A plugin with a feature that knows a secret, as its host sees it. */
function masking(functions: PluginFunctions) {
  const feature: Feature = {
    name: "secrets",
    start(host) {
      host.maskSecrets([secret]);
      return {};
    },
  };
  const definition = asPluginDefinition(createDefinition(functions, {}), "test");
  return plugin({}, { logInfo: {}, logError: {} }, { definition, features: [feature] });
}

Deno.test("fields without secrets stay the values that they are", () => {
  const lines: unknown[][] = [];
  const secrets = createSecretMask();
  const log = maskedLogger(loggerTo((...line) => lines.push(line)), secrets);
  const error = new Error("plain");
  log.info("before", { error });
  secrets.add([secret]);
  log.with({ big: 5n }).warn("after", { error });
  log.error(`it is ${secret}`, { it: { text: secret }, count: 2 });
  assertEquals(lines, [
    ["info", "before", { error }],
    ["warn", "after", { big: 5n, error }],
    ["error", "it is ********", { it: { text: "********" }, count: 2 }],
  ]);
});

Deno.test("what hooks log and throw is masked, for the log and for the server", async () => {
  const plugged = masking({
    hooks: {
      executeCommand() {
        throw new PluginAPIError({
          message: `${secret} is wrong`,
          detailedError: `see ${secret}`,
          params: { it: [secret] },
        });
      },
      userHasBeenCreated(_user, { log }) {
        log.info(secret, { field: [secret] });
        throw new Error(`no ${secret}`);
      },
    },
  });
  const { error } = await plugged.call("executeCommand", { args: { command: "/x" } });
  assertEquals(
    [error?.message, error?.detailedError, error?.params],
    ["******** is wrong", "see ********", { it: ["********"] }],
  );
  const failure = await plugged.call("userHasBeenCreated", { user: {} }).catch(String);
  assertEquals(String(failure).includes("userHasBeenCreated failed: no ********"), true);
  assertEquals(plugged.lines.length, 3);
  assertEquals(JSON.stringify(plugged.lines).includes(secret), false);
});

Deno.test("an HTTP answer that breaks off does not say why by a secret", async () => {
  const plugged = masking({
    hooks: {
      serveHTTP: () =>
        new Response(ReadableStream.from((async function* () {
          yield new TextEncoder().encode("begun");
          throw new Error(`no ${secret}`);
        })())),
    },
  });
  const { body } = await plugged.http({});
  const failure = await new Response(body).text().catch(String);
  assertEquals(failure.includes(secret), false, failure);
  assertEquals(JSON.stringify(plugged.lines).includes(secret), false);
});

Deno.test("the API's own methods for the log are masked, and leave the request as it was", async () => {
  const value = { kind: { case: "stringValue" as const, value: secret } };
  const given = { msg: `it is ${secret}`, keyValuePairs: [{ key: secret, value }] };
  const plugged = masking({
    async onActivate({ api }) {
      await api.logInfo(given);
      await api.logError(given);
    },
  });
  await plugged.call("onActivate");
  assertEquals(JSON.stringify(plugged.asked).includes(secret), false);
  assertEquals(JSON.stringify(plugged.asked).split("it is ********").length, 3);
  assertEquals(given.msg, `it is ${secret}`);
});
