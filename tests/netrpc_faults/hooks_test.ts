import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { isAlive } from "../faults/support.ts";
import { needing } from "../support/needs.ts";
import { startGoSide } from "./go_side.ts";

Deno.test(
  await needing(["go"], {
    name: "300 hooks at once that each call the API get each their own answer",
    async fn() {
      await using server = await startGoSide();
      const { error, calls } = await server.host.run({ op: "many", count: 300 });
      assertEquals([error, calls], [undefined, 300]);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "values of 50 MB go through a hook and through the API, both ways",
    async fn() {
      await using server = await startGoSide();
      const bytes = 50_000_000;
      const post = await server.host.run({ op: "largePost", count: bytes });
      assertEquals([post.error, post.calls], [undefined, bytes + 1]);
      const { error, text } = await server.host.run({ op: "command", name: `/large ${bytes}` });
      assertEquals([error, text], [undefined, `${bytes} bytes, all right`]);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a hook that blocks the event loop is named in the server's log",
    async fn() {
      await using server = await startGoSide();
      const { text } = await server.host.run({ op: "command", name: "/block 1500" });
      assertEquals(text, "done");
      // The warning comes with the timer after the hook; these requests pass meanwhile.
      while (!server.host.log().includes("event loop was blocked")) await server.get("/produced");
      const line = server.host.log().split("\n").find((one) => one.includes("loop was blocked"));
      assertEquals(JSON.parse(line ?? "{}").level, "warn");
      assertStringIncludes(line ?? "", "executeCommand");
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a plugin that is killed in the middle of a hook and of a body is known to be gone",
    async fn() {
      await using server = await startGoSide();
      const address = `http://127.0.0.1:${server.port}`;
      const hook = server.host.run({ op: "command", name: "/hang" });
      const down = await fetch(`${address}/pattern?bytes=${1024 ** 3}`);
      await server.noted("hanging");
      Deno.kill(server.pid, "SIGKILL");
      const broken = await down.arrayBuffer().then(
        ({ byteLength }) => byteLength < 1024 ** 3,
        () => true,
      );
      assertEquals(broken, true);
      const { error, text } = await hook;
      assertEquals([error === undefined, text ?? ""], [true, ""]);
      const health = await server.host.run({ op: "health" });
      assertMatch(health.error ?? "", /RPC connection is not responding/);
      assertEquals(isAlive(server.pid), false);
      // The server starts it again, and what the killed one has left is swept.
      await server.host.run({ op: "deactivate" });
      assertEquals(await server.host.run({ op: "activate" }), { names: server.implemented });
      assertEquals(server.sockets().length, 1);
      const many = await server.host.run({ op: "many", count: 10 });
      assertEquals(many.calls, 10);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "when the server is killed the plugin ends by itself within two seconds",
    async fn() {
      await using server = await startGoSide();
      const began = performance.now();
      Deno.kill(server.host.pid, "SIGKILL");
      while (isAlive(server.pid)) await Deno.stat("/proc/self");
      const took = performance.now() - began;
      console.log(`ended after ${took.toFixed(0)} ms`);
      assertEquals(took < 2000, true);
      assertEquals(server.sockets(), []);
    },
  }),
);
