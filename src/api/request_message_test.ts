import { assertEquals } from "@std/assert";
import { apiMethods } from "../../gen/api_methods.ts";
import type { MethodInfo } from "../../gen/method_info.ts";
import { absentHasMeaning, emptyWhenAbsent } from "./request_message.ts";

Deno.test("every exception for absent messages names a message field of a request", () => {
  const fields = new Set(
    Object.values<MethodInfo>(apiMethods).flatMap(({ method }) =>
      method.input.fields
        .filter((field) => field.fieldKind === "message")
        .map((field) => `${method.input.name}.${field.localName}`)
    ),
  );
  const unknown = [...emptyWhenAbsent, ...absentHasMeaning].filter((name) => !fields.has(name));
  assertEquals(unknown, []);
});
