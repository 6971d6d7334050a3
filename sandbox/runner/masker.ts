/**
 * Hides secrets in text as the runner does: each value, each of its lines, and the spellings that
 * ValueEncoders.cs in github.com/actions/runner knows. What touches or overlaps becomes one `***`.
 */
export class Masker {
  readonly #spellings = new Set<string>();

  /** Hides `value` in all that is masked from now on; what was written before stays as it is. */
  add(value: string): void {
    for (const part of [value, ...value.split(/[\r\n]+/u)]) {
      for (const spelling of spellings(part)) if (spelling !== "") this.#spellings.add(spelling);
    }
  }

  mask(text: string): string {
    const hidden = new Uint8Array(text.length);
    for (const spelling of this.#spellings) {
      for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
        hidden.fill(1, at, at + spelling.length);
      }
    }
    let masked = "";
    for (let at = 0; at < text.length;) {
      const end = endOfRun(hidden, at);
      masked += hidden[at] === 1 ? "***" : text.slice(at, end);
      at = end;
    }
    return masked;
  }
}

function endOfRun(hidden: Uint8Array, start: number): number {
  const end = hidden.indexOf(hidden[start] === 1 ? 0 : 1, start);
  return end < 0 ? hidden.length : end;
}

/** A value shorter than this keeps its double quotes when it is masked. */
const QUOTED_MIN_LENGTH = 9;

function spellings(value: string): string[] {
  const bytes = Buffer.from(value);
  return [
    value,
    // Base64 of a longer text that holds the value shows it at one of three offsets.
    ...[0, 1, 2]
      .filter((skip) => skip < bytes.length)
      .map((skip) => bytes.subarray(skip).toString("base64")),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value.toWellFormed()),
    value.replace(/[&<>"']/gu, (sign) => XML_ESCAPES[sign] ?? sign),
    value.replaceAll("'", "''"),
    ...(value.length >= QUOTED_MIN_LENGTH && /^".*"$/su.test(value) ? [value.slice(1, -1)] : []),
  ];
}

const XML_ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
