import { assertEquals } from "@std/assert";
import { normalise } from "./normalise.ts";

const ada = "a".repeat(26);
const bob = "b".repeat(26);
const other = "c".repeat(26);
const names = new Map([[ada, "<ada>"], [bob, "<bob>"], ["http://127.0.0.1:8065", "<site>"]]);

Deno.test("known ids have their names, wherever they stand; others are all the same", () => {
  assertEquals(normalise({ [ada]: [ada, other], said: `@${bob}!` }, names), {
    "<ada>": ["<ada>", "<id>"],
    said: "@<bob>!",
  });
  assertEquals(normalise("x".repeat(27), names), "x".repeat(27));
});

Deno.test("the name of a direct channel has its members in order", () => {
  assertEquals(normalise(`${bob}__${ada}`, names), "<ada>__<bob>");
});

Deno.test("times, digests and addresses are taken out; small numbers stay", () => {
  assertEquals(
    normalise(
      {
        at: 1_700_000_000_000,
        count: 3,
        written: "2024-02-29T12:30:15.25Z",
        digest: "0123456789abcdef0123456789abcdef01234567",
        site: "http://127.0.0.1:8065/x",
        none: undefined,
      },
      names,
    ),
    {
      at: "<time>",
      count: 3,
      digest: "<digest>",
      site: "<site>/x",
      written: "<time>",
    },
  );
});
