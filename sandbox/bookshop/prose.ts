import type { Genre } from "./genres.ts";
import type { SeededRandom } from "./random.ts";

const listed = (text: string): string[] => text.trim().split(/,\s+/);

const ADJECTIVES = listed(`
  Silent, Crimson, Forgotten, Last, Hidden, Broken, Golden, Restless, Hollow, Distant, Burning,
  Patient, Secret, Winter, Paper, Stolen, Gentle, Crooked, Endless, Midnight, Unlikely, Salted,
  Wandering, Second, Borrowed, Faithful, Northern, Glass, Invisible, Tender, Reluctant, Ordinary,
  Seventh, Velvet, Stubborn, Lonely, Bitter
`);
const PEOPLE = listed(`
  Zoë, Renée, João, Clara, Tomás, Ingrid, Malik, Søren, Beatriz, Amara, Edgar, Noor, Chloé,
  Matías, Wren, Ottilie, Kenji, Luísa, Hugo, Priya
`);
const PLACES = listed(`
  Lisbon, São Luís, Kraków, Galway, Marrakesh, Halifax, Valparaíso, Kyoto, Tromsø, Savannah,
  Trieste, Recife, Zürich, Ghent, Odessa, Dundee
`);
const VERBS = listed(`
  follows, defends, loses, inherits, questions, rebuilds, betrays, rescues, studies, hides,
  remembers, sells, abandons, discovers, repairs, invents
`);
const MOODS = listed(`
  luminous, unsettling, funny, tender, rigorous, sprawling, delicate, furious, generous,
  haunting, candid, playful
`);

type Slot = "n" | "a" | "v" | "m" | "p" | "l";
const MOST_ALIKE_SLOTS = 3;

/** `{n}` is a word of the genre, `{a}` an adjective, `{v}` a verb, `{m}` a mood, `{p}` and `{l}` names. */
const SENTENCES = [
  "{p} never asked for the {n}, yet on the night it reaches {l} nothing stays as it was.",
  "Between the {a} {n} and the {n} that everyone wants lies a bargain nobody in {l} dares to name.",
  "When {p} {v} the {n}, an old quarrel over a {n} returns with unexpected force.",
  "Drawing on years among people who live by the {n}, the author {v} every easy answer about the {n}.",
  "A {m} portrait of one {n}, one {n} and the {a} year that joined them.",
  "Critics in {l} called it “a {m} book about the {n} that reads like a {n} set on fire”.",
  "What begins as a {a} {n} becomes the reckoning of a whole generation with its {n}.",
  "{p} and {p} have shared a {n} since childhood; only one of them knows what the {n} has cost.",
  "Each chapter opens with a {n} and closes on a {n}, and the {m} pages between them earn both.",
  "Half of {l} believes in the {n}; the other half — led by {p} — {v} it in secret.",
  "It’s a story of the {n}, of the {a} {n}, and of the patience it takes to tell them apart.",
  "No {n} has ever been described with such {m} care, and no {n} with so little mercy.",
  "By the time the {n} is found, {p} {v} the only {n} that could explain it.",
  "From {l} to {l}, the {a} {n} draws scholars, thieves and one very tired {n}.",
  "{p} arrives in {l} with a {a} {n}, two debts and no intention of staying.",
  "The second part leaves the {n} behind and turns, {m} as ever, to the {n} that replaced it.",
  "Readers who loved the {n} in the first book will find it here, older and {m}.",
  "Nothing prepares {p} for the {n} under the floor, or for the {n} that was there before it.",
  "At its heart stands a {a} {n}: admired, feared, and about to be sold to a stranger from {l}.",
  "The archives of {l} keep one {m} record of the {n}, and it mentions a {n} nobody has seen.",
  "Whoever {v} the {n} must answer to {p}, and {p} forgives a {n} less easily than a crime.",
  "Three winters, one {n} and a {a} promise: that is all {p} brings back from {l}.",
];

const TITLES = [
  "The {a} {n}",
  "The {a} {n} of {l}",
  "{p} and the {a} {n}",
  "A {a} {n}: Stories from {l}",
  "My {a} {n}",
  "The {a} {n} (The {n} Chronicles)",
  "Every {a} {n}",
];

const SHORTEST_BLURB_SENTENCES = 13;
const LONGEST_BLURB_SENTENCES = 19;
/** Shares no divisor with the 37 adjectives, and 12 words a genre neither: 444 different pairs. */
const ADJECTIVE_STEP = 7;

/**
 * The title of the `place`-th book (from 0) of a genre. No two books of a genre share both the adjective
 * and the noun, so that the recommender, which finds books by title, finds one.
 */
export function titleOf(genre: Genre, place: number, random: SeededRandom): string {
  const noun = genre.words[place % genre.words.length] as string;
  const start = genre.name.length;
  const adjective = ADJECTIVES[(start + place * ADJECTIVE_STEP) % ADJECTIVES.length] as string;
  const volume = Math.floor(place / (genre.words.length * ADJECTIVES.length)) + 1;
  const title = random.pick(TITLES).replace("{a}", adjective).replace("{n}", capitalised(noun));
  return filled(title, genre, random, capitalised) + (volume > 1 ? `, Volume ${volume}` : "");
}

/** A blurb of about 1,300 characters in the vocabulary of the genre, so that like books read alike. */
export function blurbOf(genre: Genre, random: SeededRandom): string {
  const count = random.between(SHORTEST_BLURB_SENTENCES, LONGEST_BLURB_SENTENCES);
  return random
    .deal(SENTENCES, count)
    .map((sentence) => filled(sentence, genre, random, (word) => word))
    .join(" ");
}

/** Fills the slots of a template; no word comes twice in one. */
function filled(
  template: string,
  genre: Genre,
  random: SeededRandom,
  styled: (word: string) => string,
): string {
  const hands = new Map<Slot, string[]>();
  const text = template.replace(/\{([anvmpl])\}/g, (_braces, slot: Slot) => {
    const hand = hands.get(slot) ?? random.deal(wordsFor(slot, genre), MOST_ALIKE_SLOTS);
    hands.set(slot, hand);
    const word = hand.pop() as string;
    return slot === "n" ? styled(word) : word;
  });
  return text.replace(/\b(a) (?=[aeiou])/gi, "$1n ");
}

function wordsFor(slot: Slot, genre: Genre): readonly string[] {
  switch (slot) {
    case "n":
      return genre.words;
    case "a":
      return ADJECTIVES.map((adjective) => adjective.toLowerCase());
    case "v":
      return VERBS;
    case "m":
      return MOODS;
    case "p":
      return PEOPLE;
    case "l":
      return PLACES;
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
