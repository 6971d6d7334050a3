/** The tests of the rules that look at every byte of an answer, as one file like those of the others. */
// oxlint-disable import/no-unassigned-import
import "./text/json-syntax.test.ts";
import "./text/json.test.ts";
import "./text/json-limits.test.ts";
import "./books/shallow.test.ts";
