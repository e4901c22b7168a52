import { assertEquals } from "@std/assert";
import { createGobDecoder } from "../gob/decoder.ts";
import { createGobEncoder } from "../gob/encoder.ts";
import { gobString, gobStruct } from "../gob/types.ts";
import { addHeaders, canonicalName, goHeader } from "./go_header.ts";

Deno.test("a header without lines is sent all the same, so that it is not nil in Go", () => {
  const request = gobStruct("Request", { Method: gobString, Header: goHeader });
  const encoder = createGobEncoder();
  encoder.encode(request, { Method: "PUT", Header: {} }); // With it go the definitions.
  const bytes = encoder.encode(request, { Method: "PUT", Header: {} });
  // Method (1 on) with 3 letters, Header (1 on) with 0 lines, the end of the struct.
  const body = [1, 3, ..."PUT"].map((part) => typeof part === "string" ? part.charCodeAt(0) : part);
  assertEquals([...bytes].slice(-(body.length + 3)), [...body, 1, 0, 0]);
  const decoder = createGobDecoder();
  decoder.push(createGobEncoder().encode(request, { Method: "PUT", Header: {} }));
  assertEquals(decoder.decode(request)?.value.Header, {});
});

Deno.test("lines of one name are gathered under the name as Go writes it", () => {
  assertEquals(canonicalName("x-request-ID"), "X-Request-Id");
  const header = addHeaders({ "X-One": ["1"] }, [
    { key: "x-one", values: ["2"] } as never,
    { key: "X-TWO", values: ["3", "4"] } as never,
  ]);
  assertEquals(header, { "X-One": ["1", "2"], "X-Two": ["3", "4"] });
});
