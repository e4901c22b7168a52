/** Whom a plugin can reach, and where it can listen. */
import { assertEquals } from "@std/assert";
import { body, probeFolder, refusedUnlessGranted } from "./probe.ts";

const NET = /Requires net access to/;

function server() {
  return Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    () => new Response("hello"),
  );
}

function socketServer(path: string): Disposable {
  const listener = Deno.listen({ transport: "unix", path });
  const serve = async () => {
    for await (const connection of listener) connection.close();
  };
  serve();
  return { [Symbol.dispose]: () => listener.close() };
}

Deno.test("another host and port is refused unless the manifest declares it", async () => {
  await using folder = await probeFolder();
  await using http = server();
  const { port } = http.addr;
  const accesses = [
    `(await fetch("http://127.0.0.1:${port}/")).text()`,
    `Deno.connect({ hostname: "127.0.0.1", port: ${port} }).then((c) => (c.close(), "hello"))`,
    `new Promise(async (done, fail) => {
      const socket = (await import("node:net")).connect(${port}, "127.0.0.1", () => {
        socket.destroy();
        done("hello");
      });
      socket.on("error", fail);
    })`,
  ];
  for (const access of accesses) {
    await refusedUnlessGranted(folder, {
      source: body(`return await ${access}`),
      refusal: NET,
      grant: { permissions: { net: [`127.0.0.1:${port}`] } },
      value: "hello",
      // The API's port opens no other.
      both: { apiTarget: `127.0.0.1:${port === 65535 ? port - 1 : port + 1}` },
    });
  }
});

Deno.test("the plugin API on TCP can be reached, also where its host is given as localhost", async () => {
  await using folder = await probeFolder();
  await using http = server();
  const { port } = http.addr;
  const source = body(`return await (await fetch("http://127.0.0.1:${port}/")).text()`);
  for (const apiTarget of [`127.0.0.1:${port}`, `localhost:${port}`]) {
    assertEquals(await folder.run(source, { apiTarget }), { ok: true, value: "hello" });
  }
});

Deno.test("a permission for localhost does not cover 127.0.0.1, hence the rewriting", async () => {
  await using folder = await probeFolder();
  await using http = server();
  const { port } = http.addr;
  await refusedUnlessGranted(folder, {
    source: body(`return await (await fetch("http://127.0.0.1:${port}/")).text()`),
    refusal: NET,
    grant: { permissions: { net: [`127.0.0.1:${port}`] } },
    both: { permissions: { net: [`localhost:${port}`] } },
  });
});

Deno.test("another Unix socket is refused without all three of net, read and write", async () => {
  await using folder = await probeFolder();
  const path = `${folder.outside}/other.sock`;
  using _server = socketServer(path);
  const flags = [`--allow-net=unix:${path}`, `--allow-read=${path}`, `--allow-write=${path}`];
  const source = body(
    `(await Deno.connect({ transport: "unix", path: "${path}" })).close(); return "connected"`,
  );
  for (const missing of flags) {
    await refusedUnlessGranted(folder, {
      source,
      refusal: /Requires (net|read|write) access to/,
      grant: { add: flags },
      value: "connected",
      both: { add: flags.filter((flag) => flag !== missing) },
    });
  }
});

Deno.test("the plugin API on a Unix socket can be reached", async () => {
  await using folder = await probeFolder();
  const path = `${folder.outside}/api.sock`;
  using _server = socketServer(path);
  const source = body(
    `(await Deno.connect({ transport: "unix", path: "${path}" })).close(); return "connected"`,
  );
  for (const apiTarget of [`unix:${path}`, `unix://${path}`]) {
    assertEquals(await folder.run(source, { apiTarget }), { ok: true, value: "connected" });
  }
});

Deno.test("a proxy that is a Unix socket is refused", async () => {
  await using folder = await probeFolder();
  const path = `${folder.outside}/proxy.sock`;
  await using _http = Deno.serve({ path, onListen() {} }, () => new Response("proxied"));
  await refusedUnlessGranted(folder, {
    source: body(`
      const client = Deno.createHttpClient({ proxy: { transport: "unix", path: "${path}" } });
      return await (await fetch("http://127.0.0.1:8/", { client })).text();`),
    refusal: /Requires (net|read|write) access to/,
    grant: {
      permissions: { net: ["127.0.0.1:8"] },
      add: [`--allow-net=unix:${path}`, `--allow-read=${path}`, `--allow-write=${path}`],
    },
    value: "proxied",
  });
});

Deno.test("listening is refused everywhere but on the plugin's own socket", async () => {
  await using folder = await probeFolder();
  const other = `${folder.socketDir}/other.sock`;
  await refusedUnlessGranted(folder, {
    source: body('Deno.listen({ hostname: "127.0.0.1", port: 0 }).close(); return "listened"'),
    refusal: NET,
    grant: { add: ["--allow-net=127.0.0.1:0"] },
    value: "listened",
  });
  await refusedUnlessGranted(folder, {
    source: body(
      `Deno.listen({ transport: "unix", path: "${other}" }).close(); return "listened"`,
    ),
    refusal: /Requires (net|read|write) access to/,
    grant: {
      add: [`--allow-net=unix:${other}`, `--allow-read=${other}`, `--allow-write=${other}`],
    },
    value: "listened",
  });
  const own = body(
    `Deno.listen({ transport: "unix", path: "${folder.socket}" }).close(); return "listened"`,
  );
  assertEquals(await folder.run(own), { ok: true, value: "listened" });
});

Deno.test("names are resolved for nobody", async () => {
  await using folder = await probeFolder();
  await refusedUnlessGranted(folder, {
    source: body('return (await (await import("node:dns/promises")).lookup("localhost")).family'),
    refusal: /EPERM|Requires net access/,
    grant: { permissions: { net: ["localhost"] } },
  });
});
