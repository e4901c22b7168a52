/** Where the host serves the plugin API, taken apart. */
export interface ApiTarget {
  /** As gRPC writes it: `unix:/path` or `127.0.0.1:8065`. */
  readonly target: string;
  /** The socket's path, where it is one. */
  readonly socket?: string;
  /** The address as `host:port`, where it is one. */
  readonly address?: string;
}

/**
 * Takes the value of `MATTERMOST_PLUGIN_API_TARGET` apart. `localhost` becomes `127.0.0.1`: grpc-js
 * resolves the name and then asks for permission for the address.
 *
 * @throws {TypeError} if it is neither `unix:/path` nor `host:port`, or has a comma in it.
 */
export function parseApiTarget(value: string): ApiTarget {
  const found = `found ${JSON.stringify(value)}`;
  if (value.includes(",")) {
    throw new TypeError(
      `the plugin API's address must have no comma, because Deno's flags take it as the end of ` +
        `a value; ${found}`,
    );
  }
  if (value.startsWith("unix:")) {
    const socket = value.slice("unix:".length).replace(/^\/\/(?=\/)/, "");
    if (!socket.startsWith("/")) {
      throw new TypeError(`the plugin API's socket must be an absolute path; ${found}`);
    }
    return { target: `unix:${socket}`, socket };
  }
  const address = value.replace(/^localhost:/, "127.0.0.1:");
  if (!/^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):[0-9]+$/.test(address)) {
    throw new TypeError(`the plugin API's address must be unix:/path or host:port; ${found}`);
  }
  return { target: address, address };
}
