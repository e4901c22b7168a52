import { assertEquals } from "@std/assert";
import { gobRegistered } from "../../gen/gob_schema.ts";
import { gobAnything } from "../../src/netrpc/gob/anything.ts";
import { createGobDecoder } from "../../src/netrpc/gob/decoder.ts";
import { gobInterface, gobStruct, type GobType } from "../../src/netrpc/gob/types.ts";
import { gobAny } from "../../src/netrpc/schema/any_type.ts";
import { buildProgram, hasGo, registrations } from "./build_program.ts";
import { runProgram } from "../support/run_program.ts";

/** Reads a stream with one struct that has an interface; gives the value and the name before it. */
function readHolder(stream: Uint8Array, type: GobType<unknown>): unknown {
  const decoder = createGobDecoder();
  decoder.push(stream);
  return decoder.decode(gobStruct("holder", { V: type }))?.value.V;
}

Deno.test({
  name: "types in interfaces travel under the names of the schema, and all are listed (needs Go)",
  ignore: !hasGo(),
  async fn() {
    const program = await buildProgram();
    const lines = JSON.parse(await runProgram(program, ["registered"])) as {
      name: string;
      stream: string;
    }[];
    assertEquals(lines.length, await registrations());
    const listed = gobRegistered.trim().split("\n").map((line) => line.split("\t")[0]);
    assertEquals(lines.map(({ name }) => name), listed as string[]);
    for (const { name, stream } of lines) {
      const bytes = Uint8Array.fromBase64(stream);
      let seen = "";
      const spy = gobInterface<unknown>({
        goName: "interface {}",
        nil: null,
        named: (found) => {
          seen = found;
          return gobAnything as GobType<unknown>;
        },
        choose: () => undefined,
      });
      readHolder(bytes, spy);
      assertEquals(seen, name);
      assertEquals(typeof readHolder(bytes, gobAny as GobType<unknown>), "object");
    }
  },
});
