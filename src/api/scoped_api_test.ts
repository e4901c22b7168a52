import { assertEquals, assertStrictEquals } from "@std/assert";
import { fakePluginAPI } from "../../tests/support/fake_plugin_api.ts";
import { createPluginAPI } from "./create_plugin_api.ts";
import { type APIScope, scopedAPI } from "./scoped_api.ts";

/** An API whose only method notes the signal that it was called with. */
function noting() {
  const signals: (AbortSignal | undefined)[] = [];
  const api = createPluginAPI(fakePluginAPI({}).transport);
  const target = Object.assign(Object.create(null), api, {
    getServerVersion(_request: unknown, options?: { signal?: AbortSignal }) {
      signals.push(options?.signal);
      return Promise.resolve("1");
    },
  });
  return { target: Object.freeze(target) as typeof api, signals };
}

Deno.test("calls inherit the scope's signal unless they bring their own", async () => {
  const { target, signals } = noting();
  const scope: APIScope = { signal: new AbortController().signal };
  const own = new AbortController().signal;
  const { getServerVersion } = scopedAPI(target, scope);
  await getServerVersion();
  await getServerVersion({}, { timeoutMs: 5 });
  await getServerVersion({}, { signal: own });
  assertEquals(signals.map((signal) => signal === scope.signal), [true, true, false]);
  assertStrictEquals(signals[2], own);
});

Deno.test("after the scope is over, calls are on their own", async () => {
  const { target, signals } = noting();
  const scope: APIScope = { signal: AbortSignal.abort() };
  const api = scopedAPI(target, scope);
  scope.signal = undefined;
  await api.getServerVersion();
  assertEquals(signals, [undefined]);
});

Deno.test("a scoped API has the same methods", () => {
  const api = createPluginAPI(fakePluginAPI({}).transport);
  const scoped = scopedAPI(api, { signal: undefined });
  assertEquals("getUser" in scoped, true);
  assertEquals((scoped as unknown as Record<string, unknown>)["then"], undefined);
  assertStrictEquals(scoped.getUser, scoped.getUser);
});
