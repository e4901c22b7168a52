/**
 * go-plugin's net/rpc protocol, as a stock Mattermost server speaks it.
 *
 * @module
 */
export {
  type ApiConnection,
  type ApiConnectionSlot,
  apiConnectionSlot,
} from "./api/api_connection.ts";
export { netrpcTransport } from "./api/netrpc_transport.ts";
export { netrpcDriver } from "./driver/netrpc_driver.ts";
export { type NetrpcServeOptions, type NetrpcServer, serveNetrpc } from "./server/serve_netrpc.ts";
