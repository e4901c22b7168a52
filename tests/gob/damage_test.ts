import { assert, assertEquals } from "@std/assert";
import type { Message } from "@bufbuild/protobuf";
import { createGobDecoder } from "../../src/netrpc/gob/decoder.ts";
import { GobError, type GobType } from "../../src/netrpc/gob/types.ts";
import { apiTypes, hookTypes } from "../../src/netrpc/schema/method_types.ts";
import { seededRandom } from "../support/seed.ts";
import { buildProgram, hasGo } from "./build_program.ts";
import { runProgram } from "../support/run_program.ts";

const ROUNDS = 4000;

const subjects: readonly (readonly [string, GobType<Message>])[] = [
  ["Z_MessageWillBePostedArgs", hookTypes("messageWillBePosted").args],
  ["Z_ExecuteCommandArgs", hookTypes("executeCommand").args],
  ["Z_GetConfigReturns", apiTypes("getConfig").returns],
  ["Z_RegisterCommandArgs", apiTypes("registerCommand").args],
  ["Z_GetPostThreadReturns", apiTypes("getPostThread").returns],
];

Deno.test({
  name: "Go's bytes with damage give values or errors that say where, and nothing else (needs Go)",
  ignore: !hasGo(),
  async fn() {
    const program = await buildProgram();
    const random = seededRandom("damage to Go's bytes");
    const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    for (const [name, type] of subjects) {
      const line = JSON.parse(await runProgram(program, ["values", "7", "3", name]));
      const whole = Uint8Array.fromBase64(line.stream as string);
      let refused = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const damaged = whole.slice();
        for (let hits = random.integer(1, 4); hits > 0; hits--) {
          damaged[random.integer(0, damaged.length - 1)] = random.integer(0, 255);
        }
        // A piece may be missing, too.
        const at = random.integer(0, damaged.length);
        const cut = round % 3 === 0 ? random.integer(0, 9) : 0;
        const decoder = createGobDecoder({ maxBytes: 1_000_000, maxElements: 10_000 });
        decoder.push(damaged.subarray(0, at));
        decoder.push(damaged.subarray(at + cut));
        for (let calls = 0; calls < 6; calls++) {
          try {
            if (!decoder.decode(type)) break;
          } catch (error) {
            assert(error instanceof GobError, `${name}, round ${round}: ${error}`);
            assert(error.offset !== undefined && error.offset <= whole.length, error.message);
            refused++;
          }
        }
      }
      assert(refused > ROUNDS / 4, `${name}: only ${refused} errors`);
    }
    assertEquals(JSON.stringify(Object.getOwnPropertyNames(Object.prototype)), before);
  },
});
