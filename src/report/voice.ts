import { asCode } from "../text/escape.ts";
import type { Format } from "./format.ts";

/** How words speak in one place: the same sentence is Markdown in a summary and plain in a log. */
export interface Voice extends Format {
  /** Words of somebody else, marked as such. */
  quote(text: string): string;
  /** The name of an input, a variable, a field or a command. */
  name(text: string): string;
  link(text: string, url: string | undefined): string;
}

export function markdownVoice(format: Format): Voice {
  return {
    ...format,
    quote: asCode,
    name: asCode,
    link: (text, url) => (url === undefined ? text : `[${text}](${url})`),
  };
}

export function plainVoice(format: Format): Voice {
  return {
    ...format,
    quote: (text) => `“${text}”`,
    name: (text) => text,
    link: (text, url) => (url === undefined ? text : `${text} (${url})`),
  };
}
