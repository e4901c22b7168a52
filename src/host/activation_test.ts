import { assertEquals, assertRejects } from "@std/assert";
import { TransportError, type TransportErrorCode } from "../transport/transport_error.ts";
import type { Transport } from "../transport/transport.ts";
import { activate } from "./activation.ts";

/** Activates a plugin whose hooks all end with a status of the transport. */
function activateWith(code: TransportErrorCode, configurationFirst: boolean): Promise<void> {
  const details = "after 30.001s,remote_addr=/tmp/plugin.sock";
  const transport = { call: () => Promise.reject(new TransportError(code, details)) };
  return activate(
    transport as unknown as Transport,
    new Set(["onActivate", "onConfigurationChange"]),
    { timeoutMs: 30_000, configurationFirst, log() {} },
  );
}

Deno.test("an activation without end is named by its hook and its time, with what to do", async () => {
  for (const first of [false, true]) {
    const hook = first ? "onConfigurationChange" : "onActivate";
    const error = await assertRejects(
      () => activateWith("DEADLINE_EXCEEDED", first),
      TransportError,
      `${hook} did not end within 30 s; end it, and let`,
    );
    assertEquals(error.code, "DEADLINE_EXCEEDED");
  }
});

Deno.test("what else goes wrong in an activation stays as the transport says it", async () => {
  const error = await assertRejects(() => activateWith("UNAVAILABLE", false), TransportError);
  assertEquals(error.details, "after 30.001s,remote_addr=/tmp/plugin.sock");
});
