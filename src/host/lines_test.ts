import { assertEquals } from "@std/assert";
import { lines } from "./lines.ts";

async function read(chunks: (string | Uint8Array)[], maxBytes?: number): Promise<string[]> {
  const encoder = new TextEncoder();
  const stream = ReadableStream.from(
    chunks.map((chunk) => typeof chunk === "string" ? encoder.encode(chunk) : chunk),
  );
  return await Array.fromAsync(lines(stream, maxBytes === undefined ? {} : { maxBytes }));
}

Deno.test("lines are put together from any cut of the bytes", async () => {
  const text = "first\nsecond — ünïcödé 🎉\r\n\nlast without an end";
  const expected = ["first", "second — ünïcödé 🎉", "", "last without an end"];
  const bytes = new TextEncoder().encode(text);
  for (let size = 1; size <= bytes.length; size++) {
    const chunks: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
    assertEquals(await read(chunks), expected, `chunks of ${size} bytes`);
  }
});

Deno.test("a line beyond the limit is cut and says how much", async () => {
  assertEquals(await read(["0123456789abc\nnext\n"], 10), ["0123456789 [3 bytes cut]", "next"]);
});

Deno.test("a line without an end is given out when it is far beyond the limit", async () => {
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(8).fill(120)),
  });
  for await (const line of lines(endless, { maxBytes: 16 })) {
    assertEquals(line, "xxxxxxxxxxxxxxxx [24 bytes cut]");
    break;
  }
});
