import { assertEquals } from "@std/assert";
import { create } from "@bufbuild/protobuf";
import { AutocompleteArgSchema } from "../../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { createGobDecoder } from "../gob/decoder.ts";
import { createGobEncoder } from "../gob/encoder.ts";
import { goMessage } from "./go_message.ts";

const argument = goMessage("model.AutocompleteArg", AutocompleteArgSchema);

function sent(type: string): { readonly bytes: string; readonly data: unknown } {
  const bytes = createGobEncoder().encode(argument, create(AutocompleteArgSchema, { type }));
  const decoder = createGobDecoder();
  decoder.push(bytes);
  const data = decoder.decode(argument)?.value.data?.kind.value;
  return { bytes: new TextDecoder("latin1").decode(bytes), data };
}

Deno.test("an argument of a command without data is sent with empty data of its own type", () => {
  for (
    const [type, goType, fields] of [
      ["TextInput", "*model.AutocompleteTextArg", ["Hint", "Pattern"]],
      ["StaticList", "*model.AutocompleteStaticListArg", ["PossibleArguments"]],
      ["DynamicList", "*model.AutocompleteDynamicListArg", ["FetchURL"]],
    ] as const
  ) {
    const { bytes, data } = sent(type);
    assertEquals(bytes.includes(goType), true, goType);
    assertEquals(Object.keys((data as { fields: object }).fields).sort(), [...fields]);
  }
});

Deno.test("an argument of a type that Go does not know is sent as it is", () => {
  assertEquals(sent("Other").bytes.includes("*model."), false);
});
