import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { parseTarget } from "./target.ts";

Deno.test("targets of every form that hosts give are read", () => {
  for (
    const [given, read] of [
      ["127.0.0.1:8065", "ipv4:127.0.0.1:8065"],
      ["localhost:8065", "ipv4:127.0.0.1:8065"],
      ["LOCALHOST:8065", "ipv4:127.0.0.1:8065"],
      ["mattermost.example.com:443", "dns:mattermost.example.com:443"],
      ["dns:///localhost:8065", "ipv4:127.0.0.1:8065"],
      ["passthrough:///10.0.0.7:1", "ipv4:10.0.0.7:1"],
      ["[::1]:8065", "ipv6:[::1]:8065"],
      ["unix:/tmp/a.sock", "unix:/tmp/a.sock"],
      ["unix:///tmp/a.sock", "unix:/tmp/a.sock"],
      ["unix:a.sock", "unix:a.sock"],
    ] as const
  ) assertEquals(parseTarget(given), read);
});

Deno.test("a target that is no single address is refused with what is wrong and what to give", () => {
  for (
    const [given, what] of [
      ["", "it is empty"],
      ["127.0.0.1:1,127.0.0.1:2", "several addresses"],
      ["127.0.0.1", "not HOST:PORT"],
      ["127.0.0.1:0", "port 0"],
      ["127.0.0.1:65536", "port 65536"],
      ["unix:", "path of the socket is missing"],
      ["unix://host/tmp/a.sock", "no host"],
      ["http://127.0.0.1:80/", "not HOST:PORT"],
    ] as const
  ) {
    const error = assertThrows(() => parseTarget(given), TypeError);
    assertStringIncludes(error.message, what);
    assertStringIncludes(error.message, JSON.stringify(given));
    assertStringIncludes(error.message, "HOST:PORT, for example");
  }
});
