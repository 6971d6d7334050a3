/** The version of package.json, which a test compares: the bundle reads no file at start-up. */
export const VERSION = "1.0.0";
