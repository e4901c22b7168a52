import { assertEquals, assertInstanceOf, assertStringIncludes, assertThrows } from "@std/assert";
import { parseHandshake } from "./handshake.ts";
import { HostError, type HostErrorCode } from "./host_error.ts";

const rules = { plugin: "com.example.x", stderr: ["the last line"] };

Deno.test("a unix and a loopback address are read", () => {
  assertEquals(parseHandshake("1|1|unix|/tmp/a/plugin.sock|grpc\n", rules), {
    network: "unix",
    address: "/tmp/a/plugin.sock",
  });
  for (
    const [given, taken] of [
      ["127.0.0.1:40001", "127.0.0.1:40001"],
      ["127.8.0.1:1", "127.8.0.1:1"],
      ["localhost:65535", "127.0.0.1:65535"],
      ["[::1]:80", "[::1]:80"],
    ]
  ) {
    assertEquals(parseHandshake(`1|1|tcp|${given}|grpc`, rules), {
      network: "tcp",
      address: taken as string,
    });
  }
});

Deno.test("fields that newer versions of go-plugin add are accepted while they are empty or false", () => {
  assertEquals(parseHandshake("1|1|tcp|127.0.0.1:5|grpc||false", rules).address, "127.0.0.1:5");
});

Deno.test("each wrong line gives an error that names the plugin, what was expected, what came", () => {
  const cases: [line: string, code: HostErrorCode, ...texts: string[]][] = [
    ["Hello, I am a plugin", "BAD_HANDSHAKE", '"Hello, I am a plugin"', "a handshake line"],
    ["", "BAD_HANDSHAKE", '""'],
    ["1|1|tcp", "BAD_HANDSHAKE", '"1|1|tcp"'],
    ["2|1|tcp|127.0.0.1:5|grpc", "WRONG_VERSION", "core protocol version 1", '"2"'],
    ["1|7|tcp|127.0.0.1:5|grpc", "WRONG_VERSION", "plugin protocol version 1", '"7"'],
    ["1|1|tcp|127.0.0.1:5|netrpc", "WRONG_PROTOCOL", '"netrpc"', "MATTERMOST_PLUGIN_API_TARGET"],
    ["1|1|tcp|127.0.0.1:5", "WRONG_PROTOCOL", '"netrpc"'],
    ["1|1|tcp|127.0.0.1:5|grpc|MIIB", "WRONG_PROTOCOL", "certificate"],
    ["1|1|tcp|192.168.1.9:5|grpc", "WRONG_ADDRESS", '"192.168.1.9:5"', "127.0.0.1:PORT"],
    ["1|1|tcp|0.0.0.0:5|grpc", "WRONG_ADDRESS", '"0.0.0.0:5"'],
    ["1|1|tcp|example.com:5|grpc", "WRONG_ADDRESS", '"example.com:5"'],
    ["1|1|tcp|127.0.0.1:5,192.168.1.9:5|grpc", "WRONG_ADDRESS"],
    ["1|1|tcp|127.0.0.1:0|grpc", "WRONG_ADDRESS", '"127.0.0.1:0"'],
    ["1|1|tcp|127.0.0.1:70000|grpc", "WRONG_ADDRESS", '"127.0.0.1:70000"'],
    ["1|1|tcp|127.0.0.999:5|grpc", "WRONG_ADDRESS"],
    ["1|1|unix|plugin.sock|grpc", "WRONG_ADDRESS", "absolute path"],
    ["1|1|unix|/tmp/../etc/x.sock|grpc", "WRONG_ADDRESS"],
    ["1|1|vsock|3:5|grpc", "WRONG_ADDRESS", '"vsock"'],
  ];
  for (const [line, code, ...texts] of cases) {
    const error = assertThrows(() => parseHandshake(line, rules), HostError);
    assertInstanceOf(error, HostError);
    assertEquals(error.code, code, line);
    for (const text of ["com.example.x", "the last line", ...texts]) {
      assertStringIncludes(error.message, text);
    }
  }
});

Deno.test("a plugin may not pass the host on to a socket outside its own folder", () => {
  const own = { ...rules, socketFolder: "/tmp/mine" };
  assertEquals(parseHandshake("1|1|unix|/tmp/mine/a.sock|grpc", own).address, "/tmp/mine/a.sock");
  for (const path of ["/tmp/other/a.sock", "/tmp/mine2/a.sock", "/tmp/mine/../other/a.sock"]) {
    const error = assertThrows(() => parseHandshake(`1|1|unix|${path}|grpc`, own), HostError);
    assertStringIncludes((error as Error).message, "/tmp/mine");
  }
});

Deno.test("a very long line of rubbish is cut in the error", () => {
  const error = assertThrows(() => parseHandshake("x".repeat(100_000), rules), HostError);
  assertEquals((error as Error).message.length < 1000, true);
});
