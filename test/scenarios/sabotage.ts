/** The environment of a process in which `code`, an ES module, runs before the bundle. */
export function beforeBundle(code: string): { readonly NODE_OPTIONS: string } {
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` };
}

/** The same, where `code` runs once, right after the log got a line with `text`. */
export function onceLogged(text: string, code: string): { readonly NODE_OPTIONS: string } {
  return atLine(text, `setImmediate(() => { ${code} });`);
}

/** The same, where `code` runs once, in the middle of writing a line with `text`. */
export function whileLogging(text: string, code: string): { readonly NODE_OPTIONS: string } {
  return atLine(text, code);
}

function atLine(text: string, code: string): { readonly NODE_OPTIONS: string } {
  return beforeBundle(`
    const write = process.stdout.write.bind(process.stdout);
    let isDone = false;
    process.stdout.write = (said, ...rest) => {
      if (!isDone && String(said).includes(${JSON.stringify(text)})) {
        isDone = true;
        ${code}
      }
      return write(said, ...rest);
    };`);
}
