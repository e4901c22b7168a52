/** A permission broker that allows everything, as Deno asks one where a variable names it. */

/** The broker. */
export interface PermissionBroker extends AsyncDisposable {
  /** How many questions came since the last call. */
  takeQuestions(): number;
}

/** Serves the broker's protocol, one JSON object a line, on a Unix socket. */
export function permissionBroker(path: string): PermissionBroker {
  const listener = Deno.listen({ transport: "unix", path });
  let questions = 0;
  const open = new Set<Deno.Conn>();
  const answer = async (connection: Deno.Conn) => {
    open.add(connection);
    let text = "";
    const read = connection.readable.pipeThrough(new TextDecoderStream());
    const writer = connection.writable.getWriter();
    try {
      for await (const part of read) {
        const lines = (text + part).split("\n");
        text = lines.pop() ?? "";
        for (const line of lines) {
          questions++;
          const { id } = JSON.parse(line) as { id: number };
          const reply = JSON.stringify({ id, result: "allow" }) + "\n";
          await writer.write(new TextEncoder().encode(reply));
        }
      }
    } catch {
      // The asking process ended.
    } finally {
      open.delete(connection);
      await writer.close().catch(() => {});
    }
  };
  const answers: Promise<void>[] = [];
  const serving = (async () => {
    for await (const connection of listener) answers.push(answer(connection));
  })();
  return {
    takeQuestions() {
      const taken = questions;
      questions = 0;
      return taken;
    },
    async [Symbol.asyncDispose]() {
      listener.close();
      for (const connection of open) connection.close();
      await serving;
      await Promise.all(answers);
    },
  };
}
