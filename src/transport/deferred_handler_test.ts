import { create } from "@bufbuild/protobuf";
import { assertEquals } from "@std/assert";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { deferredHandler } from "./deferred_handler.ts";

Deno.test("calls wait for the one who answers them, and keep their order", async () => {
  const { handler, resolve } = deferredHandler(PluginHooks);
  const seen: string[] = [];
  const { signal } = new AbortController();
  const { onActivate, onDeactivate, serveHTTP } = PluginHooks.method;
  const call = (method: typeof onActivate | typeof onDeactivate) =>
    handler.call(method, create(method.input), { signal });
  const waiting = [
    call(onActivate),
    handler.exchange(serveHTTP, {
      signal,
      init: create(serveHTTP.input),
      body: null,
      respond: () => Promise.reject(new Error("not asked for")),
    }),
  ];
  await Promise.resolve();
  assertEquals(seen, []);
  resolve({
    service: PluginHooks,
    call(method) {
      seen.push(method.name);
      return Promise.resolve(create(method.output));
    },
    exchange(method) {
      seen.push(method.name);
      return Promise.resolve();
    },
  });
  await Promise.all(waiting);
  const later = call(onDeactivate);
  assertEquals(seen, ["OnActivate", "ServeHTTP", "OnDeactivate"]);
  await later;
});
