import { assertEquals } from "@std/assert";
import { nearestName } from "./nearest_name.ts";

const names = ["messageWillBePosted", "messageWillBeUpdated", "serveHTTP", "userWillLogIn"];

Deno.test("the name with the fewest typing errors is found, whatever the case", () => {
  assertEquals(nearestName("messageWillBePost", names), "messageWillBePosted");
  assertEquals(nearestName("mesageWillBeUpdated", names), "messageWillBeUpdated");
  assertEquals(nearestName("servehttp", names), "serveHTTP");
  assertEquals(nearestName("ServeHTPT", names), "serveHTTP");
  assertEquals(nearestName("userWilLogin", names), "userWillLogIn");
});

Deno.test("nothing is suggested for a name that is like none", () => {
  assertEquals(nearestName("frobnicate", names), undefined);
  assertEquals(nearestName("x", names), undefined);
  assertEquals(nearestName("anything", []), undefined);
});
