import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { isIPv4 } from "node:net";

/** Both in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A certificate for `host`, signed by itself and made on the spot: no key lies in the repository, and
 * none runs out by itself. The structure is that of RFC 5280, 4.1, in DER.
 */
export function certificateFor(host: string, validity: "valid" | "expired" = "valid"): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const now = Date.now();
  const [from, until] =
    validity === "valid" ? [now - DAY_MS, now + DAY_MS] : [now - 2 * DAY_MS, now - DAY_MS];
  const name = uniqueName();
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    ECDSA_WITH_SHA256,
    name,
    sequence(utcTime(from), utcTime(until)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(alternativeName(host))),
  );
  const signature = sign("sha256", body, privateKey);
  const der = sequence(body, ECDSA_WITH_SHA256, tagged(0x03, Buffer.from([0]), signature));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString("base64")}\n-----END CERTIFICATE-----\n`,
  };
}

/** 1.2.840.10045.4.3.2 */
const ECDSA_WITH_SHA256 = sequence(tagged(0x06, Buffer.from("2a8648ce3d040302", "hex")));
/** A common name, 2.5.4.3: issuers are looked up by it, so no two certificates share one. */
function uniqueName(): Buffer {
  const attribute = sequence(
    tagged(0x06, Buffer.from("550403", "hex")),
    tagged(0x0c, randomUUID()),
  );
  return sequence(tagged(0x31, attribute));
}

/** subjectAltName, 2.5.29.17, with one host. */
function alternativeName(host: string): Buffer {
  const name = isIPv4(host)
    ? tagged(0x87, Buffer.from(host.split(".").map(Number)))
    : tagged(0x82, host);
  return sequence(tagged(0x06, Buffer.from("551d11", "hex")), tagged(0x04, sequence(name)));
}

function utcTime(atMs: number): Buffer {
  const digits = new Date(atMs).toISOString().replaceAll(/\D/g, "").slice(2, 14);
  return tagged(0x17, `${digits}Z`);
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.from([value]));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function tagged(tag: number, ...parts: readonly (Buffer | string)[]): Buffer {
  const content = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)),
  );
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content)]), content]);
}

/** DER wants the shortest form. */
function lengthOf({ length }: Buffer): readonly number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [0x81, length];
  return [0x82, length >> 8, length & 0xff];
}
