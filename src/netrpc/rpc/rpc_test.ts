import { assertEquals, assertRejects } from "@std/assert";
import { streamPair } from "../../../tests/netrpc/stream_pair.ts";
import { gobInt, gobString, gobStruct } from "../gob/types.ts";
import { rpcClient } from "./rpc_client.ts";
import { isMissingMethod, RpcConnectionError, RpcServerError } from "./rpc_error.ts";
import { nothing } from "./rpc_headers.ts";
import { type RpcMethod, rpcMethod, serveRpc } from "./rpc_server.ts";

const pair = gobStruct("Pair", { A: gobInt, B: gobInt });

function joined(methods: Record<string, RpcMethod>, cut?: number) {
  const [near, far] = streamPair(cut);
  const errors: string[] = [];
  const served = serveRpc(far, {
    find: (name) => methods[name],
    onError: (what) => errors.push(what),
  });
  return { client: rpcClient(near), served, errors, near };
}

const add = rpcMethod({ args: pair, result: gobInt, answer: ({ A, B }) => A + B });

for (const cut of [1, 7, Infinity]) {
  Deno.test(`200 calls at once each get their own answer, ${cut} bytes at a time`, async () => {
    const { client, served } = joined({
      "Plugin.Add": rpcMethod({
        args: pair,
        result: gobInt,
        // Answers in another order than the calls came in.
        answer: async ({ A, B }) => {
          for (let turn = 0; turn < A % 5; turn++) await Promise.resolve();
          return A + B;
        },
      }),
    }, cut);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, A) => client.call("Plugin.Add", pair, { A, B: 1 }, gobInt)),
    );
    assertEquals(answers, Array.from({ length: 200 }, (_, A) => A + 1));
    client.close();
    await served;
  });
}

Deno.test("what a method throws reaches the caller as text, and the next call goes through", async () => {
  const { client, served } = joined({
    "Plugin.Add": add,
    "Plugin.Fail": rpcMethod({
      args: nothing,
      result: gobString,
      answer: () => {
        throw new Error("the disk is full");
      },
    }),
  });
  const failed = client.call("Plugin.Fail", nothing, {}, gobString);
  await assertRejects(() => failed, RpcServerError, "the disk is full");
  assertEquals(await client.call("Plugin.Add", pair, { A: 2, B: 3 }, gobInt), 5);
  client.close();
  await served;
});

Deno.test("a method that is not there is said in Go's words", async () => {
  const { client, served } = joined({});
  const error = await assertRejects(
    () => client.call("Plugin.GetUser", pair, { A: 1, B: 2 }, gobInt),
    RpcServerError,
    "rpc: can't find method Plugin.GetUser",
  );
  assertEquals(isMissingMethod(error), true);
  client.close();
  await served;
});

Deno.test("an argument or a result of another type fails its own call alone", async () => {
  const { client, served } = joined({ "Plugin.Add": add });
  await assertRejects(
    () => client.call("Plugin.Add", gobString, "two and three", gobInt),
    RpcServerError,
    "Pair",
  );
  await assertRejects(
    () => client.call("Plugin.Add", pair, { A: 1, B: 1 }, gobString),
    Error,
    "gob",
  );
  assertEquals(await client.call("Plugin.Add", pair, { A: 1, B: 1 }, gobInt), 2);
  client.close();
  await served;
});

Deno.test("a value that cannot be encoded fails its call and leaves the connection whole", async () => {
  const { client, served, errors } = joined({
    "Plugin.Add": add,
    "Plugin.Wrong": rpcMethod({ args: nothing, result: gobInt, answer: () => "one" as never }),
  });
  const bad = { A: "one" as never, B: 1 };
  await assertRejects(() => client.call("Plugin.Add", pair, bad, gobInt), Error, "gob");
  await assertRejects(
    () => client.call("Plugin.Wrong", nothing, {}, gobInt),
    RpcServerError,
    "the result cannot be sent",
  );
  assertEquals(errors.length, 1);
  assertEquals(await client.call("Plugin.Add", pair, { A: 1, B: 1 }, gobInt), 2);
  client.close();
  await served;
});

Deno.test("when the connection ends, calls under way and later ones reject", async () => {
  const never = new Promise<number>(() => {});
  const { client, near, served } = joined({
    "Plugin.Wait": rpcMethod({ args: nothing, result: gobInt, answer: () => never }),
  });
  const waiting = client.call("Plugin.Wait", nothing, {}, gobInt);
  near.close();
  await assertRejects(() => waiting, RpcConnectionError);
  await assertRejects(() => client.call("Plugin.Wait", nothing, {}, gobInt), RpcConnectionError);
  await served;
});
