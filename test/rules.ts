/**
 * The tests of the pure rules as one file, for `npm run mutation`: Jest loads itself anew for every
 * file, which would be most of the time of a thousand runs.
 */
// oxlint-disable import/no-unassigned-import
import "./books/call-log-in.test.ts";
import "./books/call-told.test.ts";
import "./books/call.test.ts";
import "./books/contract.test.ts";
import "./books/judge-facts.test.ts";
import "./books/judge.test.ts";
import "./books/pause.test.ts";
import "./http/retry.test.ts";
import "./pipeline/gate.test.ts";
import "./pipeline/ledger.test.ts";
import "./pipeline/settle.test.ts";
import "./text/door.test.ts";
import "./text/escape.test.ts";
import "./text/infrastructure.test.ts";
import "./text/redactor.test.ts";
