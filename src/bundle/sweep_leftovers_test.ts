import { assertEquals } from "@std/assert";
import { parseSocketName, socketPrefix } from "./socket_names.ts";
import { leaveDeadSocket } from "../../tests/support/dead_socket.ts";
import { sweepLeftovers } from "./sweep_leftovers.ts";

Deno.test("only what dead processes of ours left is swept: folders with their sockets, and sockets", async () => {
  const folder = await Deno.makeTempDir({ prefix: "mmd-" });
  try {
    const ended = new Deno.Command(Deno.execPath(), { args: ["--version"], stdout: "null" })
      .spawn();
    await ended.status;
    const mine = socketPrefix("com.example.a");
    const dead = `${mine}-${ended.pid}-abc`;
    const names = [dead, `${mine}-${Deno.pid}-abc`, `${mine}-${ended.pid}-full`, "mmdeno-x-1-a"];
    for (const name of names) await Deno.mkdir(`${folder}/${name}`);
    await Deno.writeTextFile(`${folder}/${names[2]}/precious`, "");
    await Deno.writeTextFile(`${folder}/${mine}-${ended.pid}-file`, "");
    for (const name of ["plugin.sock", "api.sock"]) {
      await leaveDeadSocket(`${folder}/${dead}/${name}`);
    }
    const socket = `${folder}/${mine}-${ended.pid}-abc.sock`;
    await leaveDeadSocket(socket);
    assertEquals(await sweepLeftovers({ folder, pluginId: "com.example.b" }), []);
    assertEquals(await sweepLeftovers({ folder, pluginId: "COM.example.a" }), [
      `${folder}/${dead}`,
      socket,
    ]);
    assertEquals(await sweepLeftovers({ folder }), []);
    assertEquals((await Array.fromAsync(Deno.readDir(folder))).length, 4);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("names are taken apart only if they are whole", () => {
  assertEquals(parseSocketName("mmdeno-0123abcd-42-XyZ9"), { prefix: "mmdeno-0123abcd", pid: 42 });
  for (const name of ["mmdeno-0123abcd-0-a", "mmdeno-0123abcd-1", "mmdeno-0123abcd-1-a.b", "x"]) {
    assertEquals(parseSocketName(name), undefined);
  }
});
