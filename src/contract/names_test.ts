import { assertEquals } from "@std/assert";
import { lowerFirstRun } from "./names.ts";

Deno.test("the leading capitals of a Go name are lowered as one word", () => {
  const names = {
    GetUser: "getUser",
    KVGet: "kvGet",
    KVSetWithOptions: "kvSetWithOptions",
    ServeHTTP: "serveHTTP",
    PluginHTTP: "pluginHTTP",
    OnSAMLLogin: "onSAMLLogin",
    GetLDAPUserAttributes: "getLDAPUserAttributes",
    GetPluginID: "getPluginID",
    URL: "url",
  };
  for (const [go, ours] of Object.entries(names)) assertEquals(lowerFirstRun(go), ours);
});
