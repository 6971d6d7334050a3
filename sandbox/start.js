// Plain JavaScript, as an older Node cannot even read the TypeScript behind it.
const NEEDED_MAJOR = 24;

if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  await import("./start.ts");
} else {
  process.stderr.write(
    `The sandbox needs Node ${NEEDED_MAJOR}, and this is Node ${process.versions.node}.
Run "npm install", which brings Node ${NEEDED_MAJOR} along, and then "npm start", which uses it.
Where install scripts are switched off: npm rebuild node --ignore-scripts=false
`,
  );
  process.exitCode = 2;
}
