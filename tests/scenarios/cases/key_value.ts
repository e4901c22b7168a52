/** Scenarios about keys and values. @module */
import type { Scenarios } from "../play.ts";
import { bytes } from "./pick.ts";

export const keyValue: Scenarios = {
  "a value is there once it is set": async ({ call }) => {
    await call("kvSet", { key: "kv-set", value: bytes("größe") });
    return await call("kvGet", { key: "kv-set" });
  },
  "a key that nobody has set has no value": ({ call }) => call("kvGet", { key: "kv-unset" }),
  "an empty value deletes": async ({ call }) => {
    await call("kvSet", { key: "kv-empty", value: bytes("x") });
    await call("kvSet", { key: "kv-empty", value: "" });
    return await call("kvGet", { key: "kv-empty" });
  },
  "a key of 150 characters is taken": async ({ call }) => {
    await call("kvSet", { key: "é".repeat(150), value: bytes("long") });
    const value = await call("kvGet", { key: "é".repeat(150) });
    await call("kvDelete", { key: "é".repeat(150) });
    return value;
  },
  "a key of 151 characters is refused": ({ call }) =>
    call("kvSet", { key: "é".repeat(151), value: bytes("x") }),
  "an empty key is refused": ({ call }) => call("kvSet", { key: "", value: bytes("x") }),
  "an empty key is read": ({ call }) => call("kvGet", { key: "" }),
  "a key with a NUL is refused": ({ call }) => call("kvSet", { key: "nul\0", value: bytes("x") }),
  "a deleted key has no value": async ({ call }) => {
    await call("kvSet", { key: "kv-gone", value: bytes("x") });
    await call("kvDelete", { key: "kv-gone" });
    return await call("kvGet", { key: "kv-gone" });
  },
  "a key that is not there is deleted": ({ call }) => call("kvDelete", { key: "kv-never" }),
  "an empty key is deleted": ({ call }) => call("kvDelete", { key: "" }),
  "a value that expires is there before": async ({ call }) => {
    await call("kvSetWithExpiry", { key: "kv-later", value: bytes("x"), expireInSeconds: "1000" });
    return await call("kvGet", { key: "kv-later" });
  },
  "a value that has expired already is not there": async ({ call }) => {
    await call("kvSetWithExpiry", { key: "kv-past", value: bytes("x"), expireInSeconds: "-5" });
    return await call("kvGet", { key: "kv-past" });
  },
  "compare-and-set of a key that is not there": async ({ call }) => {
    const set = (oldValue: string, newValue: string) =>
      call("kvCompareAndSet", {
        key: "kv-swap",
        oldValue: bytes(oldValue),
        newValue: bytes(newValue),
      });
    return [
      await set("one", "two"),
      await set("", "one"),
      await set("", "again"),
      await set("other", "two"),
      await set("one", "one"),
      await set("one", "two"),
      await call("kvGet", { key: "kv-swap" }),
    ];
  },
  "compare-and-set to nothing deletes": async ({ call }) => {
    await call("kvSet", { key: "kv-drop", value: bytes("one") });
    const set = (oldValue: string) =>
      call("kvCompareAndSet", { key: "kv-drop", oldValue: bytes(oldValue), newValue: "" });
    return [await set(""), await set("other"), await set("one"), await set("one")];
  },
  "compare-and-delete": async ({ call }) => {
    await call("kvSet", { key: "kv-cad", value: bytes("one") });
    const remove = (oldValue: string) =>
      call("kvCompareAndDelete", { key: "kv-cad", oldValue: bytes(oldValue) });
    return [await remove(""), await remove("other"), await remove("one"), await remove("one")];
  },
  "compare-and-set with a key that is too long is refused": ({ call }) =>
    call("kvCompareAndSet", {
      key: "x".repeat(151),
      oldValue: "",
      newValue: bytes("x"),
    }),
  "set with options, plainly": async ({ call }) => {
    const set = await call("kvSetWithOptions", {
      key: "kv-options",
      value: bytes("x"),
      options: {},
    });
    return [set, await call("kvGet", { key: "kv-options" })];
  },
  "set with options, atomically": async ({ call }) => {
    const set = (value: string, oldValue: string) =>
      call("kvSetWithOptions", {
        key: "kv-atomic",
        value: bytes(value),
        options: { atomic: true, oldValue: bytes(oldValue) },
      });
    return [await set("one", ""), await set("two", ""), await set("two", "one")];
  },
  "an old value without atomic is refused": ({ call }) =>
    call("kvSetWithOptions", {
      key: "kv-old",
      value: bytes("x"),
      options: { oldValue: bytes("y") },
    }),
  "set with options expires": async ({ call }) => {
    const set = await call("kvSetWithOptions", {
      key: "kv-expired",
      value: bytes("x"),
      options: { expireInSeconds: "-1" },
    });
    return [set, await call("kvGet", { key: "kv-expired" })];
  },
  "all keys are deleted, then listed in order, by pages": async ({ call }) => {
    await call("kvDeleteAll");
    const none = await call("kvList", { page: 0, perPage: 100 });
    for (const key of ["b", "a", "c", "a/2", "A"]) await call("kvSet", { key, value: bytes("x") });
    await call("kvSetWithExpiry", { key: "d", value: bytes("x"), expireInSeconds: "-5" });
    const all = await call<string[]>("kvList", { page: 0, perPage: 100 });
    const pages = [0, 1, 2, 3].map((page) => call<string[]>("kvList", { page, perPage: 2 }));
    const lengths = (await Promise.all(pages)).map(({ length }) => length);
    return [none, all.toSorted(), lengths];
  },
  "a page of keys of no length has ten": async ({ call }) => {
    await call("kvDeleteAll");
    for (let n = 10; n < 22; n++) await call("kvSet", { key: `k${n}`, value: bytes("x") });
    const lists = [0, -1].map((perPage) => call<string[]>("kvList", { page: 0, perPage }));
    return (await Promise.all(lists)).map(({ length }) => length);
  },
  "a page of keys before the first": async ({ call }) => {
    await call("kvDeleteAll");
    for (const key of ["a", "b"]) await call("kvSet", { key, value: bytes("x") });
    return await call("kvList", { page: -1, perPage: 10 });
  },
};
