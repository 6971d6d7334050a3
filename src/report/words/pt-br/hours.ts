/** `à 01:05`, `às 06:21` */
export function atHour(time: string): string {
  return `${isSingular(time) ? "à" : "às"} ${time}`;
}

/** `a 01:05`, `as 06:21` */
export function theHour(time: string): string {
  return `${isSingular(time) ? "a" : "as"} ${time}`;
}

/** `uma hora`, and `zero hora`. */
function isSingular(time: string): boolean {
  return /^0[01]:/.test(time);
}
