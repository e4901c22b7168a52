import { assertEquals } from "@std/assert";
import { fromBinary, type JsonValue, toBinary } from "@bufbuild/protobuf";
import { restJson } from "../../gen/rest_json.ts";
import { json } from "../../src/contract/json.ts";
import { fillSuperseded, preferNew } from "../../src/contract/superseded_fields.ts";
import { committedGoSchema, parseGoSchema } from "../../tools/gen/go_schema.ts";
import { goStructOf } from "../../tools/gen/go_fields.ts";
import { GO_SCHEMA_TOOL } from "../../tools/gen/paths.ts";
import { messageNamed } from "../../tools/gen/shapes.ts";
import { contractDescriptors } from "../../tools/parity/descriptors.ts";
import { type GoValue, messageFromGo } from "./message_from_go.ts";

const SEED = 20261121;
const PER_TYPE = 25;

interface Sample {
  readonly type: string;
  readonly json: JsonValue;
  readonly value: GoValue;
}

function hasGo(): boolean {
  try {
    return new Deno.Command("go", { args: ["version"], stdout: "null", stderr: "null" })
      .outputSync().success;
  } catch {
    return false;
  }
}

async function samples(types: readonly string[]): Promise<Sample[]> {
  const { code, stdout, stderr } = await new Deno.Command("go", {
    args: ["run", ".", "samples", `${SEED}`, `${PER_TYPE}`, ...types],
    cwd: GO_SCHEMA_TOOL,
  }).output();
  assertEquals(code, 0, new TextDecoder().decode(stderr));
  const lines = new TextDecoder().decode(stdout).trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Sample);
}

Deno.test({
  name: "every message that stands for a Go struct has the JSON that Go gives (needs Go)",
  ignore: !hasGo(),
  async fn(t) {
    const protos = contractDescriptors();
    const schema = parseGoSchema(await committedGoSchema());
    const messages = Object.keys(restJson).map((name) =>
      messageNamed(protos, name.slice(name.lastIndexOf(".") + 1))
    );
    const goName = (message: typeof messages[number]) => goStructOf(schema, message) ?? "";
    const all = Map.groupBy(await samples([...new Set(messages.map(goName))]), (s) => s.type);
    console.log(`seed ${SEED}: ${PER_TYPE} random values of each of ${messages.length} messages`);
    for (const desc of messages) {
      await t.step(desc.name, () => {
        const given = all.get(goName(desc)) ?? [];
        assertEquals(given.length, PER_TYPE);
        for (const sample of given) {
          const message = messageFromGo(schema, desc, sample.value);
          assertEquals(json(message), sample.json);
          fillSuperseded(desc, message);
          const travelled = fromBinary(desc, toBinary(desc, message));
          preferNew(desc, travelled);
          assertEquals(json(travelled), sample.json);
        }
      });
    }
  },
});
