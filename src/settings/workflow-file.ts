import { malformed, type Parser } from "./parse.ts";

/** The name of a workflow's file, with or without the folder in which GitHub looks for workflows. */
export const workflowFile: Parser<string> = (text, door) => {
  const [, file] = /^(?:\.github\/workflows\/)?(\w[\w. -]*\.ya?ml)$/i.exec(text) ?? [];
  return file === undefined ? malformed(text, "workflow-file", door) : { value: file };
};
