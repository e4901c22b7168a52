import { assertEquals } from "@std/assert";
import { hookMethods } from "../../gen/hook_methods.ts";
import { snakeCase } from "./hook_failure.ts";

Deno.test("Go names become words with underscores, abbreviations kept together", () => {
  assertEquals(snakeCase("OnSAMLLogin"), "on_saml_login");
  assertEquals(snakeCase("ExecuteCommand"), "execute_command");
  assertEquals(snakeCase("ServeHTTP"), "serve_http");
  assertEquals(snakeCase("OnSharedChannelsSyncMsg"), "on_shared_channels_sync_msg");
  for (const { goName } of Object.values(hookMethods)) {
    assertEquals(snakeCase(goName).replaceAll("_", ""), goName.toLowerCase());
  }
});
