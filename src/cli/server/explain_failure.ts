import { ServerError } from "./server_error.ts";

/** Why nothing was answered, as far as the runtime tells. */
export function explainFailure(error: unknown, server: string, socket: boolean): ServerError {
  const text = innerTexts(error);
  const unreachable = (message: string) => new ServerError("unreachable", message);
  if (/certificate|UnknownIssuer|tls|handshake/i.test(text)) {
    return unreachable(
      `the connection to ${server} is not trusted: its certificate is not valid here. For one of an ` +
        "authority of your own, set DENO_CERT to that authority's file, or DENO_TLS_CA_STORE=system",
    );
  }
  if (/dns error|failed to lookup|name or service not known|nodename nor servname/i.test(text)) {
    return unreachable(`there is no machine of the name in ${server}: check the address`);
  }
  if (/connection refused|os error 111|os error 61|actively refused/i.test(text)) {
    return unreachable(
      `nothing answers at ${server}: start the server, or check the address and its port`,
    );
  }
  if (socket) {
    return unreachable(
      `nothing answers at ${server}: start the server (with ServiceSettings.EnableLocalMode), and ` +
        "run this as the user that the server runs as",
    );
  }
  if (/reset|broken pipe|closed before|incomplete|unexpected eof/i.test(text)) {
    return unreachable(`${server} ended the connection before it answered; its log may say why`);
  }
  return unreachable(`${server} cannot be reached: ${text.slice(0, 300)}`);
}

/** The messages of an error and of all its causes. */
function innerTexts(error: unknown): string {
  const texts: string[] = [];
  for (let at: unknown = error; at instanceof Error && texts.length < 5; at = at.cause) {
    texts.push(at.message);
  }
  return texts.length > 0 ? texts.join(": ") : String(error);
}
