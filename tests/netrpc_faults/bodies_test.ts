import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { needing } from "../support/needs.ts";
import { startGoSide } from "./go_side.ts";
import { checkBody, patternBody, rawClient } from "./raw_client.ts";
import { pattern, patternCheck } from "./plugin/pattern.ts";

const MiB = 1024 * 1024;

/** What kernels and windows between a client and the plugin hold at most. */
const bounded = 24 * MiB;

Deno.test(
  await needing(["go"], {
    name: "32 MiB stream up and 32 MiB down through a real host, every byte in its place",
    async fn() {
      await using server = await startGoSide();
      const address = `http://127.0.0.1:${server.port}`;
      const up = await fetch(`${address}/take`, { method: "POST", body: patternBody(32 * MiB) });
      assertEquals(await up.text(), `${32 * MiB} bytes, all right`);
      const down = await fetch(`${address}/pattern?bytes=${32 * MiB}`);
      assertEquals(await checkBody(down), `${32 * MiB} bytes, all right`);
      assertEquals(down.headers.get("x-server"), "kept");
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a body that is sent back while it comes is whole up to 1 MiB, and never wrong above",
    async fn() {
      await using server = await startGoSide();
      const address = `http://127.0.0.1:${server.port}/echo`;
      const known = await fetch(address, { method: "POST", body: pattern(0, MiB) });
      assertEquals(await checkBody(known), `${MiB} bytes, all right`);
      const streamed = await fetch(address, { method: "POST", body: patternBody(MiB - 1) });
      assertEquals(await checkBody(streamed), `${MiB - 1} bytes, all right`);
      for (const body of [pattern(0, 4 * MiB), patternBody(4 * MiB)]) {
        await assertRejects(async () =>
          await checkBody(await fetch(address, { method: "POST", body }))
        );
      }
      assertMatch(server.host.log(), /the server drops what is left of it/);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a client that stops reading stops the plugin, and gets every byte when it resumes",
    async fn() {
      await using server = await startGoSide();
      const total = 64 * MiB;
      using client = await rawClient(
        server.port,
        `GET /pattern?name=slow&bytes=${total} HTTP/1.0`,
      );
      const first = await client.read(1);
      // Whatever can go on goes on while these requests pass.
      for (let turn = 0; turn < 300; turn++) await server.get("/produced");
      const produced = Number(await server.get("/produced"));
      assert(produced < bounded, `${produced} bytes were produced for a client that stopped`);
      const rest = await client.read(Infinity);
      const head = new TextDecoder("latin1").decode(first).indexOf("\r\n\r\n") + 4;
      const check = patternCheck();
      check.take(first.subarray(head));
      check.take(rest);
      assertEquals(check.result, `${total} bytes, all right`);
      assertEquals(await server.noted("slow"), "sent");
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a plugin that stops reading stops the client, and gets every byte when it resumes",
    async fn() {
      await using server = await startGoSide();
      const total = 64 * MiB;
      using client = await rawClient(
        server.port,
        "POST /take?name=up&hold HTTP/1.1",
        `Content-Length: ${total}`,
        "Connection: close",
      );
      const sending = client.sendPattern(total);
      await server.noted("up begun");
      for (let turn = 0; turn < 300; turn++) await server.get("/produced");
      assert(client.sent < bounded, `${client.sent} bytes were taken of a client`);
      await server.get("/release");
      await sending;
      assertEquals(await server.noted("up"), `${total} bytes, all right`);
      assertMatch(new TextDecoder().decode(await client.read(Infinity)), /all right/);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a client that vanishes in the middle of its upload breaks the body, not ends it",
    async fn() {
      await using server = await startGoSide();
      using client = await rawClient(
        server.port,
        "POST /take?name=cut HTTP/1.1",
        `Content-Length: ${10 * MiB}`,
      );
      await server.noted("cut begun");
      await client.sendPattern(MiB);
      client[Symbol.dispose]();
      assertMatch(await server.noted("cut"), /^failed: the client has sent \d+ of 10485760 bytes/);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a client that vanishes in the middle of its download is known to the plugin",
    async fn() {
      await using server = await startGoSide();
      const total = 256 * MiB;
      using client = await rawClient(
        server.port,
        `GET /pattern?name=gone&bytes=${total} HTTP/1.1`,
      );
      await client.read(MiB);
      client[Symbol.dispose]();
      assertMatch(await server.noted("gone"), /^failed: /);
      await server.noted("gone aborted");
      assertEquals(await server.get("/produced") === String(total), false);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a response that the plugin breaks off does not look whole",
    async fn() {
      await using server = await startGoSide();
      const address = `http://127.0.0.1:${server.port}/pattern?bytes=${8 * MiB}&break=${MiB}`;
      const response = await fetch(address);
      assertEquals(response.status, 200);
      await assertRejects(() => checkBody(response));
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "1,000 requests with bodies, three streams each, leave nothing in the plugin",
    async fn() {
      await using server = await startGoSide();
      const once = async (count: number) => {
        for (let turn = 0; turn < count; turn++) {
          const body = pattern(0, 1000 + turn);
          const answer = await fetch(`http://127.0.0.1:${server.port}/echo`, {
            method: "POST",
            body,
          });
          assertEquals(await checkBody(answer), `${body.length} bytes, all right`);
        }
      };
      const files = () => [...Deno.readDirSync(`/proc/${server.pid}/fd`)].length;
      await once(200);
      const [before, filesBefore] = [residentBytes(server.pid), files()];
      await once(1000);
      const grown = residentBytes(server.pid) - before;
      console.log(
        `resident memory: ${(before / MiB).toFixed(1)} MiB, then ${grown / 1024} KiB more`,
      );
      assert(grown < 16 * MiB, `${grown} bytes more`);
      assertEquals(files(), filesBefore);
    },
  }),
);

function residentBytes(pid: number): number {
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
