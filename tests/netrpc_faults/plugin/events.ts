/** What has happened in the plugin, to be waited for over HTTP. @module */

const happened = new Map<string, PromiseWithResolvers<string>>();

function event(name: string): PromiseWithResolvers<string> {
  let one = happened.get(name);
  if (one === undefined) happened.set(name, one = Promise.withResolvers());
  return one;
}

/** Says that something has happened, and with which outcome. */
export function note(name: string, detail = ""): void {
  event(name).resolve(detail);
}

/** The outcome of what has happened or will. */
export function noted(name: string): Promise<string> {
  return event(name).promise;
}
