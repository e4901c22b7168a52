import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { startFake } from "./support.ts";

const text = (chunk: Uint8Array | undefined) => new TextDecoder().decode(chunk);

/** A request body that is fed by hand. */
function fed(): {
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
  send(text: string): void;
  end(): void;
} {
  let feed: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => void (feed = controller),
  });
  return {
    body,
    send: (chunk) => feed?.enqueue(new TextEncoder().encode(chunk)),
    end: () => feed?.close(),
  };
}

Deno.test("a request streams both ways: each piece is answered before the next one is there", async () => {
  await using fake = await startFake();
  const { body, send, end } = fed();
  const response = await fake.plugin.fetch(new Request("http://x/a", { method: "POST", body }));
  assertEquals(response.status, 200);
  const reader = response.body!.getReader();
  for (const piece of ["one", "two", "three"]) {
    send(piece);
    assertEquals(text((await reader.read()).value), piece);
  }
  end();
  assertEquals((await reader.read()).done, true);
});

Deno.test("a plugin that is killed in the middle of a stream breaks the body, and the next request gets 503", async () => {
  await using fake = await startFake([], { restart: false });
  const { body, send } = fed();
  const { plugin } = fake;
  const response = await plugin.fetch(new Request("http://x/a", { method: "POST", body }));
  const reader = response.body!.getReader();
  send("half");
  assertEquals(text((await reader.read()).value), "half");
  Deno.kill(plugin.pid, "SIGKILL");
  await assertRejects(() => reader.read(), Error);
  await plugin.ended;
  const next = await plugin.fetch(new Request("http://x/a"));
  assertEquals(next.status, 503);
  assertStringIncludes(await next.text(), "com.example.fake");
});

Deno.test("a client that goes away ends the exchange, and the plugin serves on", async () => {
  await using fake = await startFake();
  const leave = new AbortController();
  const { body, send } = fed();
  const request = new Request("http://x/a", { method: "POST", body, signal: leave.signal });
  const response = await fake.plugin.fetch(request);
  const reader = response.body!.getReader();
  send("half");
  await reader.read();
  leave.abort();
  await assertRejects(() => reader.read());
  const next = await fake.plugin.fetch(new Request("http://x/", { method: "POST", body: "whole" }));
  assertEquals(await next.text(), "whole");
});

Deno.test("a body that comes as one large piece goes there and back whole", async () => {
  await using fake = await startFake();
  const body = Uint8Array.from({ length: 5 * 1024 * 1024 + 1 }, (_, at) => (at * 7919) >> 3);
  const response = await fake.plugin.fetch(new Request("http://x/", { method: "PUT", body }));
  assertEquals(await response.bytes(), body);
});
