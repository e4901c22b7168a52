/**
 * go-plugin's handshake line: what a plugin process says first, so that its host can call it.
 *
 * @module
 */

/** go-plugin's own protocol version. */
export const coreProtocolVersion = 1;

/** The version of the plugin protocol that Mattermost servers speak. */
export const pluginProtocolVersion = 1;

/** Where a plugin process listens, and for what. */
export interface Handshake {
  readonly network: "unix" | "tcp";
  /** The path of the socket, or `127.0.0.1:PORT`. */
  readonly address: string;
  readonly protocol: "grpc" | "netrpc";
}

/**
 * The handshake line without its end: `1|1|unix|/tmp/p/plugin.sock|grpc`.
 *
 * @throws {Error} when the address holds a character that the line cannot carry
 */
export function handshakeLine(handshake: Handshake): string {
  const { network, address, protocol } = handshake;
  if (/[|\r\n]/.test(address) || address !== address.trim()) {
    throw new Error(
      `handshake: the address ${
        JSON.stringify(address)
      } has a "|", a line break or a space at an ` +
        "end, which the handshake line cannot carry. Choose another folder for sockets.",
    );
  }
  return [coreProtocolVersion, pluginProtocolVersion, network, address, protocol].join("|");
}
