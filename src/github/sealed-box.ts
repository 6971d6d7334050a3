/**
 * A secret as GitHub takes it: a sealed box of libsodium in base64, which only GitHub can open.
 * The library takes 440 KB, so it is loaded when something is sealed.
 *
 * @param publicKey as GitHub gives it out, in base64
 */
export async function sealedFor(publicKey: string, secret: string): Promise<string> {
  const { default: sodium } = await import("libsodium-wrappers");
  await sodium.ready;
  const { ORIGINAL } = sodium.base64_variants;
  const box = sodium.crypto_box_seal(
    sodium.from_string(secret),
    sodium.from_base64(publicKey, ORIGINAL),
  );
  return sodium.to_base64(box, ORIGINAL);
}
