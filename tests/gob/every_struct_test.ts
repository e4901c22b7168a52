import { assert, assertEquals } from "@std/assert";
import { hasGo } from "./build_program.ts";
import { compareStructs } from "./compare_structs.ts";
import { structs } from "./structs.ts";

Deno.test({
  name: "every value of every struct that Go sends is read, and what we send Go reads (needs Go)",
  ignore: !hasGo(),
  async fn(t) {
    assertEquals(await compareStructs(t, "v0.4.2"), structs.length);
  },
});

Deno.test({
  name: "the structs of server 9.9, which has fewer fields, are read and written too (needs Go)",
  ignore: !hasGo(),
  async fn(t) {
    const count = await compareStructs(t, "v0.1.3");
    // 194 API methods and 41 hooks, most with two structs.
    assert(count > 420, `${count} structs`);
  },
});
