/**
 * The process room as a host meets it: a real process, its first line, its log and its end.
 */
import { create } from "@bufbuild/protobuf";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { Health, HealthCheckRequestSchema } from "../../gen/grpc/health/v1/health_pb.ts";
import { EmptySchema, GRPCController } from "../../gen/hashicorp/go_plugin/grpc_controller_pb.ts";
import { connectGrpc } from "../../src/grpc/connect_grpc.ts";
import { cookieValue } from "../../src/process/cookie.ts";

const probe = new URL("./probe_plugin.ts", import.meta.url).pathname;
const config = new URL("../../deno.json", import.meta.url).pathname;

function probeCommand(socketDir: string | undefined, plugin: string): string[] {
  return [
    "run",
    `--config=${config}`,
    "--no-lock",
    "--no-prompt",
    "--cached-only",
    "--ignore-env",
    "--allow-read",
    ...(socketDir === undefined ? ["--allow-net=127.0.0.1:0"] : [
      `--allow-write=${socketDir}/plugin.sock`,
      `--allow-net=unix:${socketDir}/plugin.sock`,
    ]),
    probe,
    `--cookie=${cookieValue}`,
    ...(socketDir === undefined ? [] : [`--socket=${socketDir}/plugin.sock`]),
    `--plugin=${plugin}`,
    "--manifest=plugin.json",
  ];
}

/** A probe that has shaken hands. */
interface Running extends AsyncDisposable {
  readonly child: Deno.ChildProcess;
  readonly handshake: string;
  /** Stderr until the process ended. */
  readonly log: Promise<string>;
}

async function start(socketDir: string | undefined, plugin = "quiet"): Promise<Running> {
  const child = new Deno.Command(Deno.execPath(), {
    args: probeCommand(socketDir, plugin),
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const log = new Response(child.stderr).text();
  const handshake = await firstLine(child.stdout);
  return {
    child,
    handshake,
    log,
    async [Symbol.asyncDispose]() {
      try {
        child.kill("SIGKILL");
      } catch {
        // It has ended.
      }
      await child.status;
      await log;
    },
  };
}

/** The first line of a stream, which is read on to its end. */
async function firstLine(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("\n")) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
  }
  (async () => {
    while (!(await reader.read()).done);
  })();
  return text;
}

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "mmd-" });
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true }).catch(() => {});
  }
}

const exists = (path: string) => Deno.stat(path).then(() => true, () => false);

Deno.test("Controller.Shutdown ends the process cleanly, with its socket", async () => {
  await withFolder(async (folder) => {
    await using running = await start(folder);
    assertEquals(running.handshake, `1|1|unix|${folder}/plugin.sock|grpc\n`);
    const transport = connectGrpc(`unix:${folder}/plugin.sock`);
    try {
      for (const service of ["plugin", ""]) {
        const request = create(HealthCheckRequestSchema, { service });
        assertEquals((await transport.call(Health.method.check, request)).status, 1);
      }
      await transport.call(GRPCController.method.shutdown, create(EmptySchema));
      assertEquals((await running.child.status).code, 0);
    } finally {
      await transport.close();
    }
    assertStringIncludes(await running.log, '"reason":"controller"');
    assertEquals(await exists(`${folder}/plugin.sock`), false);
  });
});

Deno.test("SIGTERM ends the process cleanly, SIGINT is ignored, TCP needs no folder", async () => {
  await using running = await start(undefined);
  const match = /^1\|1\|tcp\|127\.0\.0\.1:(\d+)\|grpc\n$/.exec(running.handshake);
  assert(match !== null, running.handshake);
  running.child.kill("SIGINT");
  const transport = connectGrpc(`localhost:${match[1]}`);
  const request = create(HealthCheckRequestSchema, { service: "plugin" });
  assertEquals((await transport.call(Health.method.check, request)).status, 1);
  await transport.close();
  running.child.kill("SIGTERM");
  assertEquals((await running.child.status).code, 0);
  assertStringIncludes(await running.log, '"reason":"SIGTERM"');
});

Deno.test("the handshake is the first line on stdout, all noise is hclog JSON on stderr", async () => {
  await withFolder(async (folder) => {
    await using running = await start(folder, "noise");
    assertEquals(running.handshake, `1|1|unix|${folder}/plugin.sock|grpc\n`);
    const transport = connectGrpc(`unix:${folder}/plugin.sock`);
    const request = create(HealthCheckRequestSchema, { service: "plugin" });
    // It still answers after an error that nobody caught.
    assertEquals((await transport.call(Health.method.check, request)).status, 1);
    await transport.close();
    running.child.kill("SIGTERM");
    assertEquals((await running.child.status).code, 0);
    const lines = (await running.log).trimEnd().split("\n").map((line) => JSON.parse(line));
    const find = (text: string) => lines.find((line) => line["@message"].includes(text));
    assertEquals(find("early")["@message"], "early { answer: 42n }");
    assertEquals(find("written to stdout")["@level"], "info");
    assertEquals(find("written by Node")["@level"], "info");
    const rejection = find("nobody handles this");
    assertEquals([rejection["@level"], rejection["@module"]], ["error", "probe"]);
    assertStringIncludes(rejection.stack, "probe_plugin.ts");
    assertStringIncludes(rejection.stack, "Caused by: TypeError: the cause");
    assertStringIncludes(find("thrown by a timer").stack, "probe_plugin.ts");
    for (const line of lines) {
      assert(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(line["@timestamp"]));
    }
  });
});

Deno.test("an error that nobody catches while starting ends the process with code 1", async () => {
  await withFolder(async (folder) => {
    await using running = await start(folder, "broken");
    assertEquals(running.handshake, "");
    assertEquals((await running.child.status).code, 1);
    assertStringIncludes(await running.log, "thrown while starting");
  });
});

Deno.test("a plugin whose host was killed ends by itself and removes its socket", async () => {
  await withFolder(async (folder) => {
    // A shell stands for the host: it starts the plugin, tells its pid and waits.
    const quoted = [Deno.execPath(), ...probeCommand(folder, "quiet")]
      .map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
    const host = new Deno.Command("sh", {
      args: ["-c", `${quoted} & wait`],
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    // Stderr ends when the last process that holds it has ended: the plugin.
    const log = new Response(host.stderr).text();
    const handshake = await firstLine(host.stdout);
    assertStringIncludes(handshake, "plugin.sock|grpc");
    host.kill("SIGKILL");
    await host.status;
    const text = await log;
    assertStringIncludes(text, "has ended (the parent process is now");
    assertStringIncludes(text, '"reason":"host gone"');
    assertEquals(await exists(`${folder}/plugin.sock`), false);
  });
});
