/** What the part of an issue that is ours says of itself, to the runs after this one. */
export interface Marker {
  readonly pipeline: string;
  readonly state: "failing" | "recovered";
  /** When the run began that wrote it last. */
  readonly at: Date;
}

const TIME = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
const BEGIN = new RegExp(
  String.raw`<!-- orquestra:failure v=1 pipeline=(\S+) state=(failing|recovered) at=(${TIME}) -->`,
);
const END = "<!-- orquestra:end -->";

/** @param markdown what people see of our part */
export function markedPart(marker: Marker, markdown: string): string {
  // Words of the API in it could hold the end of our part, and then not all of it would be ours.
  return `${beginOf(marker)}\n${markdown.replaceAll("<!--", "<\u200b!--")}\n${END}`;
}

function beginOf({ pipeline, state, at }: Marker): string {
  // Encoded, as `-->` in a name would end the comment.
  const name = encodeURIComponent(pipeline.toWellFormed());
  return `<!-- orquestra:failure v=1 pipeline=${name} state=${state} at=${at.toISOString()} -->`;
}

/** Strict: a marker of another version, or one that people have changed, is none of ours. */
export function markerIn(body: string): Marker | undefined {
  const [, name = "", state, at = ""] = BEGIN.exec(body) ?? [];
  const time = new Date(at);
  const pipeline = decoded(name);
  if (state === undefined || pipeline === undefined || Number.isNaN(time.getTime()))
    return undefined;
  return { pipeline, state: state === "failing" ? "failing" : "recovered", at: time };
}

/** A body in which our part is this one; all that people wrote around it stays. */
export function withPart(body: string, part: string): string {
  const begin = BEGIN.exec(body);
  if (begin === null) return `${body.trimEnd()}\n\n${part}\n`.trimStart();
  const before = body.slice(0, begin.index);
  const rest = body.slice(begin.index + begin[0].length);
  const end = rest.indexOf(END);
  // Without its end nobody knows where our part stops: what stands behind its first line stays, too.
  return `${before}${part}${end === -1 ? rest : rest.slice(end + END.length)}`;
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
