const SHORTEST_WORD = 3;

const STOP_WORDS = new Set(
  `about above after again all also and another any are aren because been before behind being below
   between both but can cannot could did does doing done down during each either enough even ever every
   everyone everything few for from further get had has have having her here hers herself him himself
   his how however into its itself just least less like made make many may might more most much must
   myself near neither never next nobody none nor not nothing now off often once one only onto other
   others our ours ourselves out over own per perhaps quite rather same shall she should since some
   somehow someone something still such than that the their theirs them themselves then there these
   they this those though through thus too under until upon very was were what whatever when where
   whether which while who whole whom whose why will with within without would yet you your yours
   yourself yourselves`.split(/\s+/),
);

/**
 * The words that training sees: lower case, without accents, punctuation and digits, without English
 * stop words and words shorter than three letters. Punctuation joins what it parts, as it does in the
 * real API: "it's" becomes "its".
 */
export function trainingWords(text: string): string[] {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z\s]/g, "")
    .split(/\s+/)
    .filter((word) => word.length >= SHORTEST_WORD && !STOP_WORDS.has(word));
}
