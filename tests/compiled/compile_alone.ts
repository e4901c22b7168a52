/** Compiles what is in a folder and prints why it cannot: run in an environment of its own. */
import { compilePlugin } from "../../src/bundle/compiled/compile_plugin.ts";
import { createLaunchPlan } from "../../src/bundle/launch_plan.ts";

const [bundle = ""] = Deno.args;
const plan = createLaunchPlan({ id: "com.example.alone", version: "1.0.0" });
const target = {
  platform: "linux-x64",
  denort: undefined,
  base: { version: "", warnings: [] },
} as const;
try {
  await compilePlugin({ bundle, plan, loader: "console.log(1);\n", targets: [target] });
  console.log("compiled");
} catch (error) {
  console.log(`${(error as Error).name}: ${(error as Error).message}`);
}
