/**
 * What the example would be if a bad dependency were in it: it does its work, and at each request
 * tries one way out of its sandbox. It tells what it got hold of, or how it was refused.
 */
import { definePlugin } from "@mattermost-deno/plugin";

/** What a try got hold of. Its first line is enough to show that it got through. */
type Attempt = (target: string) => Promise<string>;

const attempts: Readonly<Record<string, Attempt>> = {
  "read a file": (path) => Deno.readTextFile(path),

  // The specifier is computed, so that nothing is known of it before the line runs.
  "import a file": async (path) => {
    const module = await import(["file:", path].join("//"), { with: { type: "text" } });
    return String(module.default);
  },

  "read the environment": (name) => {
    const found = Deno.env.get(name);
    if (found === undefined) throw new Error(`there is no variable ${name}; all are hidden`);
    return Promise.resolve(found);
  },

  "read the host's environment": (pid) => Deno.readTextFile(`/proc/${pid}/environ`),

  "open a connection": async (address) => {
    const [hostname = "", port] = address.split(":");
    using connection = await Deno.connect({ hostname, port: Number(port) });
    return `connected to ${connection.remoteAddr.transport}`;
  },

  "run a program": async (name) => {
    const { stdout } = await new Deno.Command(name).output();
    return new TextDecoder().decode(stdout);
  },

  "fetch a package": async (name) => {
    const module = await import(["npm", name].join(":"));
    return Object.keys(module).join(", ");
  },

  "write a file": async (path) => {
    await Deno.writeTextFile(path, "I was here.");
    return `wrote ${path}`;
  },

  // A worker has a context of its own; its permissions are its maker's.
  "read a file in a worker": (path) => {
    const code = `self.postMessage(Deno.readTextFileSync(${JSON.stringify(path)}))`;
    const url = `data:text/javascript,${encodeURIComponent(code)}`;
    const worker = new Worker(url, { type: "module" });
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(String(data));
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
    });
  },
};

export default definePlugin({
  hooks: {
    async serveHTTP(request) {
      const { searchParams } = new URL(request.url);
      const attempt = attempts[searchParams.get("attempt") ?? ""];
      if (!attempt) return new Response("There is no such attempt.", { status: 404 });
      try {
        const got = await attempt(searchParams.get("target") ?? "");
        return Response.json({ through: true, said: got.split("\n")[0] });
      } catch (error) {
        const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        return Response.json({ through: false, said: said.split("\n")[0] });
      }
    },
  },
});
