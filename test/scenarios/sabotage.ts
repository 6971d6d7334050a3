/** The environment of a process in which `code`, an ES module, runs before the bundle. */
export function beforeBundle(code: string): { readonly NODE_OPTIONS: string } {
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` };
}

/** The same, where `code` runs once, right after the log got a line with `text`. */
export function onceLogged(text: string, code: string): { readonly NODE_OPTIONS: string } {
  return whileLogging(text, `setImmediate(() => { ${code} });`);
}

/** The same, where `code` runs once, in the middle of writing a line with `text`. */
export function whileLogging(text: string, code: string): { readonly NODE_OPTIONS: string } {
  return whileWriting(`said.includes(${JSON.stringify(text)})`, code);
}

/** The main step sends itself a signal as it writes a line of its log, counted from 1: no race. */
export function signalAtLine(
  line: number,
  signal: NodeJS.Signals,
): { readonly NODE_OPTIONS: string } {
  return whileWriting(
    `process.argv[1].endsWith("main.js") && !said.startsWith("::") && (lines += 1) === ${line}`,
    `process.kill(process.pid, "${signal}");`,
  );
}

/** @param when an expression about `said`, what is being written, and `lines`, a counter */
function whileWriting(when: string, code: string): { readonly NODE_OPTIONS: string } {
  return beforeBundle(`
    const write = process.stdout.write.bind(process.stdout);
    let isDone = false;
    let lines = 0;
    process.stdout.write = (said, ...rest) => {
      if (!isDone && ${when}) {
        isDone = true;
        ${code}
      }
      return write(said, ...rest);
    };`);
}
