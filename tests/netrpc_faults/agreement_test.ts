import { assert, assertEquals } from "@std/assert";
import { apiMethods } from "../../gen/api_methods.ts";
import { hookMethods } from "../../gen/hook_methods.ts";
import type { MethodInfo } from "../../gen/method_info.ts";
import { committedGoSchema, parseGoSchema } from "../../tools/gen/go_schema.ts";
import { kindsOf, ownTests } from "../interop/netrpc_host/check_plugin.ts";
import { difference } from "../interop/netrpc_host/compare.ts";
import { needing } from "../support/needs.ts";
import { seededRandom, testSeed } from "../support/seed.ts";
import { bothResults, canFail } from "./api_answers.ts";
import { bothAnswers } from "./both_answers.ts";
import { startTwoHosts } from "./two_hosts.ts";

const rounds = 3;

Deno.test(
  await needing(["go"], {
    name: "every unary hook sees the same and gives the same over gRPC and over net/rpc",
    async fn() {
      const seed = testSeed();
      const schema = parseGoSchema(await committedGoSchema());
      await using hosts = await startTwoHosts();
      const problems: string[] = [];
      let calls = 0;
      for (const info of Object.values(hookMethods) as readonly MethodInfo[]) {
        if (ownTests.has(info.goName)) continue;
        for (const kind of kindsOf(info)) {
          for (let round = 0; round < rounds; round++) {
            const both = await bothAnswers(hosts, schema, { info, kind, seed: seed + round });
            calls++;
            for (const part of ["saw", "got", "failure"] as const) {
              const problem = difference(both.netrpc[part], both.grpc[part]);
              if (problem) {
                problems.push(`${info.goName}, ${kind}, ${seed + round}, ${part}: ${problem}`);
              }
            }
          }
        }
      }
      console.log(`seed ${seed}: ${calls} calls over each transport`);
      assertEquals(problems, []);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "every API method gives the plugin the same over gRPC and over net/rpc, errors too",
    async fn() {
      const seed = testSeed();
      const schema = parseGoSchema(await committedGoSchema());
      await using hosts = await startTwoHosts();
      const problems: string[] = [];
      const calls = { value: 0, error: 0 };
      for (const info of Object.values(apiMethods) as readonly MethodInfo[]) {
        if (ownTests.has(info.goName)) continue;
        for (const kind of ["value", "error"] as const) {
          if (kind === "error" && !canFail(schema, info)) continue;
          // Every fourth answer is an error.
          for (let one = seed; one < seed + 40; one++) {
            const both = await bothResults(hosts, schema, info, one, kind);
            if (both === undefined) continue;
            calls[kind]++;
            const problem = difference(both.netrpc, both.grpc);
            if (problem) problems.push(`${info.goName}, ${one}: ${problem}`);
            break;
          }
        }
      }
      console.log(`seed ${seed}: ${calls.value} methods with values, ${calls.error} with errors`);
      assert(calls.error > 100, "few errors were compared");
      assertEquals(problems, []);
    },
  }),
);

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly [string, string][];
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** Whether the body is sent without its length. */
  readonly streams: boolean;
}

/** Requests of many kinds; the same for the same seed. */
function exchanges(seed: number): Exchange[] {
  const random = seededRandom("the requests", seed);
  return Array.from({ length: 40 }, (_, at) => {
    const method = random.pick(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
    const withBody = method !== "GET" && method !== "HEAD";
    const status = random.pick([200, 200, 201, 204, 205, 302, 304, 400, 418, 500, 599, 9999]);
    const length = random.pick([0, 1, 1000, 65_536, 65_537, 300_000, 1_000_000]);
    const place = random.pick(["", "metrics/", "a%20b/%C3%A9/"]);
    return {
      method,
      path: `/${place}${at}?status=${status}&x=1&x=%26`,
      headers: [["X-Probe", `one ${at}`], ["X-Probe", "two"], ["Cookie", "a=b; c=d"]],
      body: withBody ? random.bytes(length) : null,
      streams: withBody && random.next() < 0.5,
    };
  });
}

async function seen(response: Response) {
  const { status, headers } = response;
  const body = new Uint8Array(await response.arrayBuffer());
  return {
    status,
    back: headers.get("x-probe-back"),
    cookies: headers.getSetCookie(),
    context: headers.get("x-context"),
    digest: new Uint8Array(await crypto.subtle.digest("SHA-256", body)).toHex(),
    length: body.length,
  };
}

function requestOf({ method, path, headers, body, streams }: Exchange, origin: string): Request {
  return new Request(`${origin}${path}`, {
    method,
    headers: headers.map(([key, value]): [string, string] => [key, value]),
    body: body !== null && streams ? new Blob([body]).stream() : body,
    redirect: "manual",
  });
}

Deno.test(
  await needing(["go"], {
    name: "HTTP requests are answered alike over gRPC and over net/rpc: status, headers, bodies",
    async fn() {
      await using hosts = await startTwoHosts();
      for (const exchange of exchanges(testSeed())) {
        const metrics = exchange.path.startsWith("/metrics");
        const options = { context: { requestId: metrics ? "metrics" : "request" } };
        const netrpc = await seen(await fetch(requestOf(exchange, `http://${hosts.address}`)));
        const ours = requestOf(exchange, "http://plugin");
        const answer = metrics
          ? await hosts.ours.fetchMetrics(ours, options)
          : await hosts.ours.fetch(ours, options);
        // An HTTP server, which there is none before ours here, drops the body of an answer to HEAD.
        if (exchange.method === "HEAD") await answer.body?.cancel();
        const grpc = await seen(
          exchange.method === "HEAD" ? new Response(null, answer) : answer,
        );
        assertEquals(netrpc, grpc, `${exchange.method} ${exchange.path}`);
      }
    },
  }),
);
