/**
 * @module
 */

/** Cuts text at its line ends. */
export class TextLineStream extends TransformStream<string, string> {
  constructor() {
    const parts: string[] = [];
    super({
      transform(chunk, controller) {
        let from = 0;
        for (let end; (end = chunk.indexOf("\n", from)) >= 0; from = end + 1) {
          parts.push(chunk.slice(from, end));
          controller.enqueue(parts.join(""));
          parts.length = 0;
        }
        parts.push(chunk.slice(from));
      },
      flush(controller) {
        const rest = parts.join("");
        if (rest !== "") controller.enqueue(rest);
      },
    });
  }
}
