import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { createLogger } from "./logger.ts";
import { handshakeLine } from "./handshake.ts";
import { checkSocketPath, removeSocket } from "./socket_path.ts";
import { takeStdout } from "./stdout.ts";

Deno.test("the handshake line has go-plugin's five parts", () => {
  assertEquals(
    handshakeLine({ network: "unix", address: "/tmp/p/plugin.sock", protocol: "grpc" }),
    "1|1|unix|/tmp/p/plugin.sock|grpc",
  );
  assertEquals(
    handshakeLine({ network: "tcp", address: "127.0.0.1:4000", protocol: "netrpc" }),
    "1|1|tcp|127.0.0.1:4000|netrpc",
  );
});

Deno.test("an address that the line cannot carry is refused", () => {
  for (const address of ["/tmp/a|b", "/tmp/a\nb", " /tmp/a"]) {
    const error = assertThrows(
      () => handshakeLine({ network: "unix", address, protocol: "grpc" }),
      Error,
    );
    assertStringIncludes(error.message, JSON.stringify(address));
  }
});

Deno.test("a socket path that is too long for a socket is refused with its length", () => {
  checkSocketPath(`/${"x".repeat(102)}`);
  const error = assertThrows(() => checkSocketPath(`/${"é".repeat(56)}`), RangeError);
  assertStringIncludes(error.message, "has 113 bytes, and at most 103 are possible");
  assertStringIncludes(error.message, "TMPDIR");
});

Deno.test("removing a socket removes nothing else, and may be done twice", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mmd-" });
  await Deno.writeTextFile(`${folder}/plugin.sock`, "");
  await Deno.writeTextFile(`${folder}/other`, "");
  removeSocket(`${folder}/plugin.sock`);
  removeSocket(`${folder}/plugin.sock`);
  assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["other"]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("stdout is taken over: writes become log lines, the handshake goes out once", async () => {
  const lines: string[] = [];
  const logger = createLogger({
    module: "m",
    write: (line) => lines.push(JSON.parse(new TextDecoder().decode(line))["@message"]),
  });
  const former = Deno.stdout.writeSync;
  const written: string[] = [];
  Deno.stdout.writeSync = (bytes) => {
    written.push(new TextDecoder().decode(bytes));
    return bytes.byteLength;
  };
  const stdout = takeStdout(logger);
  try {
    const text = new TextEncoder().encode("first\nsec");
    Deno.stdout.writeSync(text);
    Deno.stdout.writeSync(new TextEncoder().encode("ond\r\n"));
    stdout.handshake("1|1|unix|/a|grpc");
    assertThrows(() => stdout.handshake("again"), Error);
    assertEquals(lines.splice(0), ["first", "second"]);
    const writer = Deno.stdout.writable.getWriter();
    await writer.write(new TextEncoder().encode("to the stream\n"));
    await Deno.stdout.write(new TextEncoder().encode("awaited\n"));
    assertEquals(lines, ["to the stream", "awaited"]);
    assertEquals(written.join(""), "1|1|unix|/a|grpc\n");
  } finally {
    stdout.restore();
    Deno.stdout.writeSync = former;
  }
});
