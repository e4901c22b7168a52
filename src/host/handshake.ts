/** Reading go-plugin's handshake line. @module */

import { HostError, type HostErrorCode, type HostErrorDetails, quoted } from "./host_error.ts";

/** Where a plugin listens, as its handshake line says. */
export interface Handshake {
  /** The kind of address. */
  readonly network: "tcp" | "unix";
  /** For `tcp` `127.0.0.1:PORT` or `[::1]:PORT`, for `unix` the socket's absolute path. */
  readonly address: string;
}

/** What {@link parseHandshake} accepts. */
export interface HandshakeRules {
  /** The plugin's name, for error texts. */
  readonly plugin: string;
  /** Only a unix socket in this folder is accepted: a plugin must not pass us on to another one. */
  readonly socketFolder?: string | undefined;
  /** The plugin's last lines on stderr, for error texts. */
  readonly stderr?: readonly string[] | undefined;
}

const EXPECTED = 'a handshake line such as "1|1|unix|/path/to/plugin.sock|grpc"';

/**
 * Reads the first line that a plugin wrote to stdout: core version, protocol version, network,
 * address and protocol, separated by `|`. Fields after these (a TLS certificate, multiplexing)
 * are not used by gRPC plugins of Mattermost; a certificate is refused.
 *
 * Only this machine's own addresses are accepted: `tcp` on the loopback interface (`localhost` is
 * taken as `127.0.0.1`) and `unix` with an absolute path.
 *
 * @throws {HostError} `BAD_HANDSHAKE`, `WRONG_VERSION`, `WRONG_PROTOCOL` or `WRONG_ADDRESS`
 */
export function parseHandshake(line: string, rules: HandshakeRules): Handshake {
  const fail = (code: HostErrorCode, problem: string, details: Partial<HostErrorDetails>) =>
    new HostError(code, problem, { plugin: rules.plugin, stderr: rules.stderr, ...details });

  const [core, app, network, address, protocol = "netrpc", certificate = ""] = line.trim().split(
    "|",
  );
  if (app === undefined || network === undefined || address === undefined) {
    throw fail("BAD_HANDSHAKE", "did not shake hands", {
      expected: EXPECTED,
      actual: quoted(line),
      advice: "Nothing may be written to stdout before that line; write to stderr instead.",
    });
  }
  if (core !== "1") {
    throw fail("WRONG_VERSION", "speaks another version of go-plugin's handshake", {
      expected: "core protocol version 1",
      actual: `${quoted(core ?? "", 40)} in ${quoted(line)}`,
    });
  }
  if (app !== "1") {
    throw fail("WRONG_VERSION", "speaks another version of Mattermost's plugin protocol", {
      expected: "plugin protocol version 1",
      actual: `${quoted(app, 40)} in ${quoted(line)}`,
    });
  }
  if (protocol !== "grpc") {
    throw fail("WRONG_PROTOCOL", `offers the protocol ${quoted(protocol, 40)}`, {
      expected: '"grpc"',
      actual: quoted(line),
      advice: protocol === "netrpc"
        ? "A plugin chooses gRPC when MATTERMOST_PLUGIN_API_TARGET is set; Go plugins do not know it."
        : undefined,
    });
  }
  if (certificate !== "") {
    throw fail("WRONG_PROTOCOL", "asks for TLS on its connection", {
      expected: "a handshake line without a certificate",
      actual: quoted(line),
    });
  }
  if (network === "tcp") {
    const loopback = loopbackAddress(address);
    if (loopback) return { network, address: loopback };
    throw fail("WRONG_ADDRESS", "does not listen on this machine's loopback interface", {
      expected: '"127.0.0.1:PORT" with a port from 1 to 65535',
      actual: quoted(address),
    });
  }
  if (network === "unix") {
    const folder = rules.socketFolder?.replace(/\/+$/, "");
    const inside = folder === undefined || address.startsWith(`${folder}/`);
    if (address.startsWith("/") && !/\/\.\.?(\/|$)|\/\//.test(address) && inside) {
      return { network, address };
    }
    throw fail("WRONG_ADDRESS", "does not listen where it may", {
      expected: folder ? `a socket in ${folder}` : "the absolute path of a socket",
      actual: quoted(address),
    });
  }
  throw fail("WRONG_ADDRESS", "listens on an unknown kind of network", {
    expected: '"unix" or "tcp"',
    actual: quoted(network),
  });
}

function loopbackAddress(address: string): string | undefined {
  const [, host, port] = address.match(/^(localhost|127(?:\.\d{1,3}){3}|\[::1\]):(\d{1,5})$/) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65535) return undefined;
  if (host.split(".").some((part) => Number(part) > 255)) return undefined;
  return `${host === "localhost" ? "127.0.0.1" : host}:${Number(port)}`;
}
