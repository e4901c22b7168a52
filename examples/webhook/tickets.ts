/** A service that knows tickets. The manifest names its host: the plugin can reach no other. */

/** What a ticket is about; empty if the service does not know it. */
export async function ticketTitle(
  service: string,
  ticket: string,
  signal: AbortSignal,
): Promise<string> {
  const url = new URL(`/tickets/${encodeURIComponent(ticket)}`, service);
  const response = await fetch(url, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
  });
  if (response.status === 404) return "";
  if (!response.ok) throw new Error(`it answered with status ${response.status}`);
  const { title } = await response.json();
  return typeof title === "string" ? title : "";
}
