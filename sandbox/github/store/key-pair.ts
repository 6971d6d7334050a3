/** What a caller seals secrets with, as GitHub gives it out. */
export interface PublicKey {
  /** A number of its own, as text. */
  readonly id: string;
  /** Base64. */
  readonly key: string;
}

const FIRST_ID = 3_380_204_578_043_523_366n;

/** A pair of keys for sealed boxes, made when somebody first asks for it: libsodium takes a while to load. */
export class KeyPair {
  readonly #id: string;
  #made: ReturnType<typeof make> | undefined;

  constructor(number: number) {
    this.#id = String(FIRST_ID + BigInt(number));
  }

  async publicKey(): Promise<PublicKey> {
    const { sodium, pair } = await this.#pair();
    const key = sodium.to_base64(pair.publicKey, sodium.base64_variants.ORIGINAL);
    return { id: this.#id, key };
  }

  /** What was sealed, as text; undefined for what was not sealed with this key. */
  async open(keyId: string, box: string): Promise<string | undefined> {
    if (keyId !== this.#id) return undefined;
    const { sodium, pair } = await this.#pair();
    try {
      const bytes = sodium.from_base64(box, sodium.base64_variants.ORIGINAL);
      return sodium.to_string(sodium.crypto_box_seal_open(bytes, pair.publicKey, pair.privateKey));
    } catch {
      return undefined;
    }
  }

  #pair(): ReturnType<typeof make> {
    this.#made ??= make();
    return this.#made;
  }
}

async function make() {
  const { default: sodium } = await import("libsodium-wrappers");
  await sodium.ready;
  return { sodium, pair: sodium.crypto_box_keypair() };
}
