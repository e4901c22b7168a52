/** Functions that colour a text, or leave it as it is. */
export interface Paint {
  /** For headings and names. */
  bold(text: string): string;
  /** For what matters less. */
  dim(text: string): string;
  /** For what is wrong. */
  red(text: string): string;
  /** For what is right. */
  green(text: string): string;
  /** For warnings. */
  yellow(text: string): string;
  /** For what can be typed. */
  cyan(text: string): string;
}

/** Makes the {@linkcode Paint} for a terminal, or for anything else. */
export function createPaint(colours: boolean): Paint {
  const style = (start: number, end: number) => (text: string) =>
    colours ? `\x1b[${start}m${text}\x1b[${end}m` : text;
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    green: style(32, 39),
    yellow: style(33, 39),
    cyan: style(36, 39),
  };
}
