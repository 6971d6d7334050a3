# shellcheck shell=bash
# Sourced by .ci/run: runs one check after the other and counts what came of them.

# A check that hangs ends as failed and leaves time for those after it; the slowest takes ten minutes.
readonly CHECK_TIMEOUT_S=1800
readonly PASSED_TAIL_LINES=4
# Some tools print the minified line in which they failed.
readonly LINE_CHARS=400

export NO_COLOR=1
unset FORCE_COLOR

logs=$(mktemp -d)
passed=0
failed=0

# check NAME COMMAND...: one check, which passes when the command exits with 0.
check() {
  if run "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
}

# tests NAME COMMAND...: counts the tests that jest says it ran. None at all is a failure, and so
# is a run that failed without a failed test, as when a file of tests does not even load.
tests() {
  local status=0 ran_well ran_badly
  run "$@" || status=$?
  ran_well=$(jest_count passed)
  ran_badly=$(jest_count failed)
  if ((ran_well + ran_badly == 0)); then
    echo "    jest ran no tests"
    ran_badly=1
  elif ((status != 0 && ran_badly == 0)); then
    ran_badly=1
  fi
  passed=$((passed + ran_well))
  failed=$((failed + ran_badly))
}

# information NAME COMMAND...: shown, and not counted.
information() {
  run "$@" || true
}

# The sum over jest's closing lines in the newest log: `Tests: 1 failed, 3 skipped, 90 passed, 94 total`.
jest_count() {
  grep -E '^Tests: ' "$log" | grep -oE "[0-9]+ $1" | awk '{ sum += $1 } END { print sum + 0 }'
}

run() {
  local name=$1 started=$SECONDS status=0
  shift
  log="$logs/${name//[^a-zA-Z0-9]/-}.log"
  timeout --kill-after=10 "$CHECK_TIMEOUT_S" "$@" >"$log" 2>&1 </dev/null || status=$?
  if ((status == 0)); then
    echo "✓ $name ($((SECONDS - started)) s)"
    tail -n "$PASSED_TAIL_LINES" "$log" | readable
  else
    echo "✗ $name (exit $status after $((SECONDS - started)) s): $*"
    readable <"$log"
  fi
  return "$status"
}

readable() {
  sed -e 's/\x1b\[[0-9;]*m//g' | awk -v max="$LINE_CHARS" '{ print "    " substr($0, 1, max) }'
}

closing_line() {
  rm -r "$logs"
  echo
  echo "$passed passed, $failed failed"
  ((failed == 0 && passed > 0))
}
