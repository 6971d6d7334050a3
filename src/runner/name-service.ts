/**
 * glibc asks a silent name server twice for 5 s, for each search domain, in a thread that no deadline
 * reaches and that even the end of the process waits for: 2 s keep that within the 5 s in which a
 * cancelled run is over. Nothing is lost, as a name that was not found is asked for again.
 * From resolv.conf(5); whoever set options of their own keeps them.
 */
const LOOKUP_OPTIONS = "timeout:2 attempts:2";

/** Has to come before the first name is looked up. */
export function boundNameLookups(env: NodeJS.ProcessEnv): void {
  env["RES_OPTIONS"] ??= LOOKUP_OPTIONS;
}
