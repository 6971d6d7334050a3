/** Why a value is not what it must be, where a look at it tells. */

export function lacksScheme(address: string): boolean {
  return !/^https?:\/\//i.test(address);
}
