/** Not the sandbox's usual admin/admin: a password like the name would hide the name as well. */
export const USER = { username: "admin", password: "open-the-bookshop" };
/** On loopback nothing needs the default of two minutes: whoever waits here waits for a fault. */
export const WARM_UP = "10s";
