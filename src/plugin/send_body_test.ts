import { assertEquals, assertRejects } from "@std/assert";
import { sendBody } from "./send_body.ts";

/** A writer that notes what it is told. */
function noting() {
  const told: string[] = [];
  return {
    told,
    respond: () => {
      told.push("head");
      return Promise.resolve({
        write: (chunk: Uint8Array) =>
          Promise.resolve(void told.push(new TextDecoder().decode(chunk))),
        flush: () => Promise.resolve(void told.push("flush")),
        close: () => Promise.resolve(void told.push("close")),
        abort: () => void told.push("abort"),
      });
    },
  };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const never = new AbortController().signal;

Deno.test("a body that is at hand is sent without flushing", async () => {
  const { told, respond } = noting();
  await sendBody(ReadableStream.from([bytes("a"), bytes("b"), bytes("c")]), respond, never);
  assertEquals(told, ["head", "a", "b", "c", "close"]);
});

Deno.test("a body that pauses is flushed at each pause, its head too", async () => {
  const { told, respond } = noting();
  const source = new TransformStream<Uint8Array, Uint8Array>();
  const sent = sendBody(source.readable, respond, never);
  const writer = source.writable.getWriter();
  const settle = async (count: number) => {
    while (told.length < count) await new Promise((resolve) => setTimeout(resolve));
  };
  await settle(2);
  await writer.write(bytes("a"));
  await settle(4);
  await writer.write(bytes("b"));
  await settle(6);
  await writer.close();
  await sent;
  assertEquals(told, ["head", "flush", "a", "flush", "b", "flush", "close"]);
});

Deno.test("a client that goes away cancels the body, also while it waits", async () => {
  const { respond } = noting();
  const cancelled = Promise.withResolvers<unknown>();
  const body = new ReadableStream<Uint8Array>({ cancel: cancelled.resolve });
  const controller = new AbortController();
  const sent = sendBody(body, respond, controller.signal);
  controller.abort(new Error("gone"));
  await assertRejects(() => sent, Error, "gone");
  assertEquals(((await cancelled.promise) as Error).message, "gone");
});

Deno.test("a writer that fails cancels the body", async () => {
  const cancelled = Promise.withResolvers<unknown>();
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(bytes("x")),
    cancel: cancelled.resolve,
  });
  const { respond } = noting();
  const failing = async () => ({
    ...await respond(),
    write: () => Promise.reject(new Error("broken pipe")),
  });
  await assertRejects(() => sendBody(body, failing, never), Error, "broken pipe");
  assertEquals(((await cancelled.promise) as Error).message, "broken pipe");
});
