import { assertEquals, assertStringIncludes } from "@std/assert";
import { watchHost } from "../../src/process/host_watch.ts";
import { runNetrpcPlugin } from "../../src/process/run_netrpc_plugin.ts";
import { apiConnectionSlot } from "../../src/netrpc/mod.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { events } from "../faults/support.ts";
import { fakeClock } from "../process/fake_clock.ts";
import { gobBool } from "../../src/netrpc/gob/types.ts";
import { nothing } from "../../src/netrpc/rpc/rpc_headers.ts";
import { typescriptHost } from "./typescript_host.ts";

/** Runs a plugin process's serving, with a clock that is moved by hand. */
async function running(
  test: (facts: {
    socket: string;
    clock: ReturnType<typeof fakeClock>;
    ended: Promise<string>;
    said: ReturnType<typeof events<string>>;
  }) => Promise<void>,
) {
  const folder = await Deno.makeTempDir({ prefix: "faults-" });
  try {
    const clock = fakeClock();
    const said = events<string>();
    const log = (message: string) => said.push(message);
    const { promise: serving, resolve: onServing } = Promise.withResolvers<void>();
    const socket = `${folder}/socket`;
    const ended = runNetrpcPlugin({
      handler: {
        service: PluginHooks,
        call: () => Promise.reject(new Error("nothing is here")),
        exchange: () => Promise.reject(new Error("nothing is here")),
      },
      slot: apiConnectionSlot(),
      logger: { debug: log, info: log, warn: log, error: log } as never,
      handshake: said.push,
      socket,
      onServing,
      watch: (options) => watchHost({ ...options, clock, parentPid: () => 7 }),
    });
    await serving;
    assertEquals(said.all, [`1|1|unix|${socket}|netrpc`]);
    await test({ socket, clock, ended, said });
    assertEquals([...Deno.readDirSync(folder)], []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a plugin to which somebody connects who says nothing ends after a minute", async () => {
  await running(async ({ socket, clock, ended, said }) => {
    using _silent = await Deno.connect({ transport: "unix", path: socket });
    clock.advance(60_000);
    assertEquals(await ended, "host gone");
    assertStringIncludes(said.all.join("\n"), "no host has connected within 60000 ms");
  });
});

Deno.test("a stranger who comes before the host, and goes, does not end the plugin", async () => {
  await running(async ({ socket, ended, said }) => {
    {
      using stranger = await Deno.connect({ transport: "unix", path: socket });
      await stranger.write(new TextEncoder().encode("GET / HTTP/1.1\r\n\r\n"));
      await said.until((text) => text.startsWith("a connection failed: "));
    }
    await using host = typescriptHost(await Deno.connect({ transport: "unix", path: socket }));
    await host.control.call("Control.Ping", gobBool, true, nothing);
    await host.control.call("Control.Quit", gobBool, true, nothing);
    assertEquals(await ended, "controller");
  });
});

Deno.test("when the host's connection is lost the plugin ends at once", async () => {
  await running(async ({ socket, ended }) => {
    const host = typescriptHost(await Deno.connect({ transport: "unix", path: socket }));
    await host.control.call("Control.Ping", gobBool, true, nothing);
    await host[Symbol.asyncDispose]();
    assertEquals(await ended, "host gone");
  });
});
