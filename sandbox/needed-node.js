// Plain JavaScript, as an older Node cannot even read the TypeScript that is behind it.
const NEEDED_MAJOR = 24;

/**
 * Loads a command, or says what it takes on a Node that is too old for it.
 *
 * @param {string} command how a person calls it
 * @param {() => Promise<unknown>} load
 */
export async function onNeededNode(command, load) {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
    await load();
    return;
  }
  process.stderr.write(
    `The sandbox needs Node ${NEEDED_MAJOR}, and this is Node ${process.versions.node}.
Run "npm install", which brings Node ${NEEDED_MAJOR} along, and then "${command}", which uses it.
Where install scripts are switched off: npm rebuild node --ignore-scripts=false
`,
  );
  process.exitCode = 2;
}
