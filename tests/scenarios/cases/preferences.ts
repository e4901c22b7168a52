/** Scenarios about preferences. @module */
import type { Scenarios } from "../play.ts";

export const preferences: Scenarios = {
  "a preference is set and read": async ({ call, ids }) => {
    const preference = { userId: ids.carol, category: "ship", name: "sail", value: "größer" };
    await call("updatePreferencesForUser", { userId: ids.carol, preferences: [preference] });
    return await call("getPreferenceForUser", {
      userId: ids.carol,
      category: "ship",
      name: "sail",
    });
  },
  "a preference that nobody has set is not found": ({ call, ids }) =>
    call("getPreferenceForUser", { userId: ids.carol, category: "ship", name: "rudder" }),
  "a preference of somebody else is not set": ({ call, ids }) =>
    call("updatePreferencesForUser", {
      userId: ids.carol,
      preferences: [{ userId: ids.bob, category: "ship", name: "sail", value: "x" }],
    }),
  "a preference without a category is not set": ({ call, ids }) =>
    call("updatePreferencesForUser", {
      userId: ids.carol,
      preferences: [{ userId: ids.carol, category: "", name: "sail", value: "x" }],
    }),
  "a preference with a name of 33 characters is not set": ({ call, ids }) =>
    call("updatePreferencesForUser", {
      userId: ids.carol,
      preferences: [{ userId: ids.carol, category: "ship", name: "x".repeat(33), value: "x" }],
    }),
  "a preference is deleted": async ({ call, ids, outcome }) => {
    const preference = { userId: ids.carol, category: "boat", name: "oar", value: "two" };
    const request = { userId: ids.carol, preferences: [preference] };
    await call("updatePreferencesForUser", request);
    await call("deletePreferencesForUser", request);
    return await outcome(
      call("getPreferenceForUser", { userId: ids.carol, category: "boat", name: "oar" }),
    );
  },
  "a preference of somebody else is not deleted": ({ call, ids }) =>
    call("deletePreferencesForUser", {
      userId: ids.carol,
      preferences: [{ userId: ids.bob, category: "ship", name: "sail", value: "x" }],
    }),
  "an account that is not there has no preferences": ({ call, ids }) =>
    call("getPreferencesForUser", { userId: ids.unknown }),
};
