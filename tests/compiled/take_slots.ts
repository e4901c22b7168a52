/** Takes places for sockets, listens there, tells them, and stays until its input ends. */
import { takeSlot } from "../../src/bundle/compiled/socket_slots.ts";

const [prefix = "", count = "1"] = Deno.args;
const listeners: Deno.UnixListener[] = [];
try {
  for (let taken = 0; taken < Number(count); taken++) {
    const { socket } = takeSlot(prefix);
    listeners.push(Deno.listen({ transport: "unix", path: socket }));
    console.log(socket.slice(prefix.length));
  }
} catch (error) {
  console.log((error as Error).message);
}
console.log("end");
for await (const _ of Deno.stdin.readable) { /* Until it is closed. */ }
