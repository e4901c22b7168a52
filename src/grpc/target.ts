/**
 * Reading the address of a gRPC server as plugin hosts give it.
 *
 * @module
 */

/** Where a gRPC server is, in the form that grpc-js takes. */
export type Target = `unix:${string}` | `dns:${string}` | `ipv4:${string}` | `ipv6:${string}`;

const hostAndPort = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]/\s,]+)):(\d{1,5})$/;
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const schemes = /^(dns|ipv4|ipv6|passthrough):(?:\/\/[^/]*\/)?(.*)$/;

/**
 * Reads `unix:PATH`, `unix:///PATH`, `HOST:PORT`, `[IPV6]:PORT` or one of these after `dns:`,
 * `ipv4:`, `ipv6:` or `passthrough:///`.
 *
 * `localhost` becomes `127.0.0.1`: a plugin's network permission is for one address, and looking a
 * name up, or trying `::1` first, would be refused under it. A list of addresses (a comma) is
 * refused because the permission would not cover it.
 *
 * @throws {TypeError} when the text is none of these, saying what is expected
 *
 * @example
 * ```ts
 * parseTarget("localhost:40123"); // "ipv4:127.0.0.1:40123"
 * parseTarget("unix:///tmp/api.sock"); // "unix:/tmp/api.sock"
 * ```
 */
export function parseTarget(text: string): Target {
  const refuse = (what: string): never => {
    throw new TypeError(
      `gRPC target ${JSON.stringify(text)}: ${what}. ` +
        `Give one address: HOST:PORT, for example 127.0.0.1:8065, or unix:/path/to/socket.`,
    );
  };
  if (text.trim() === "") return refuse("it is empty");
  if (text.includes(",")) return refuse("it lists several addresses");
  if (text.startsWith("unix:")) {
    const path = text.slice("unix:".length).replace(/^\/\/(?=\/)/, "");
    if (path === "" || path === "/") return refuse("the path of the socket is missing");
    if (path.startsWith("//")) return refuse("a unix target has no host, only a path");
    return `unix:${path}`;
  }
  const address = schemes.exec(text)?.[2] ?? text;
  const match = hostAndPort.exec(address);
  if (match === null) return refuse("it is not HOST:PORT");
  const [, ipv6Host, host, portText] = match;
  const port = Number(portText);
  if (port < 1 || port > 65535) return refuse(`port ${portText} is not between 1 and 65535`);
  if (ipv6Host !== undefined) return `ipv6:[${ipv6Host}]:${port}`;
  if (host === undefined) return refuse("the host is missing");
  if (host.toLowerCase() === "localhost") return `ipv4:127.0.0.1:${port}`;
  return ipv4.test(host) ? `ipv4:${host}:${port}` : `dns:${host}:${port}`;
}
