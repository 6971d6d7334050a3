import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll } from "@jest/globals";
import type { Certificate } from "./certificate.ts";

/** While the tests of this file run, the process trusts these, too, as with NODE_EXTRA_CA_CERTS. */
export function trust(...certificates: readonly Certificate[]): void {
  const before = getCACertificates("default");
  beforeAll(() => setDefaultCACertificates([...before, ...certificates.map(({ cert }) => cert)]));
  afterAll(() => setDefaultCACertificates(before));
}
