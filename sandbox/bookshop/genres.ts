/** One shelf of the shop: how many of 1,000 books stand on it, and the words its books are made of. */
export type Genre = {
  readonly name: string;
  readonly perThousand: number;
  readonly words: readonly string[];
};

const SHELVES = `
 11 Travel: harbour map ferry passport desert caravan border railway island guide trail hostel
 32 Mystery: detective alibi clue inspector corpse suspect verdict locket cellar witness motive letter
 26 Historical Fiction: regiment duchess courier siege tavern manuscript plague spy convent tapestry exile cavalry
 75 Comics: hero villain cape panel sidekick mutant robot alley shield portal city mask
 16 Classics: estate governess carriage inheritance parson ballroom moor orphan curate drawing scandal widow
 11 Philosophy: reason virtue paradox dialogue ethics freedom doubt mind truth logic beauty justice
 35 Romance: kiss wedding cottage bouquet stranger heart promise ring lighthouse summer dance vow
 14 Short Stories: neighbour kitchen window bus evening silence photograph ladder dentist umbrella clock balcony
 65 Fiction: family river brother kitchen secret harvest town mother orchard debt winter farewell
 29 Children's: rabbit kite dragon puddle lantern teddy pirate bedtime balloon mitten hedgehog moon
  7 Religion: prayer monk pilgrim gospel faith temple psalm grace parish prophet icon mercy
110 Nonfiction: archive interview evidence economy campaign scandal report survey witness decade policy reform
 13 Music: guitar melody orchestra chorus drummer vinyl concert rhythm saxophone opera studio encore
152 General: journey house friend letter garden memory road storm stranger choice promise neighbour
 16 Science Fiction: starship android colony galaxy airlock clone orbit signal terraformer wormhole crew telescope
  5 Sports: goalkeeper marathon coach stadium penalty champion relay league trainer sprint trophy whistle
 67 Essays: argument letter boredom attention solitude library walk habit irony citizen mirror language
 48 Fantasy: wizard sword dragon prophecy kingdom rune griffin oath sorcerer throne amulet goblin
 14 Adventure: compass jungle shipwreck treasure rope glacier expedition canyon raft machete summit storm
 54 Young Adult: school crush locker rebel tournament summer band diary graduation rumour skateboard prom
 14 Science: atom genome neuron theory fossil experiment enzyme particle laboratory quasar species vaccine
 12 Poetry: sonnet heron dusk verse autumn elegy river petal silence snow lullaby tide
  1 Paranormal: ghost seance medium haunting vampire werewolf omen attic spirit curse graveyard raven
  9 Art: canvas sculptor pigment gallery portrait fresco sketch easel engraving curator palette bronze
  7 Psychology: anxiety habit therapist attachment grief impulse memory trauma behaviour dream empathy bias
 10 Autobiography: childhood fame father stage exile diary illness apprentice courage emigrant rehearsal confession
  1 Parenting: toddler bedtime tantrum nursery lullaby newborn sibling playground homework nap pram cradle
  1 Photography: lens shutter darkroom negative aperture tripod portrait exposure film flash contrast print
 10 Humor: goat landlord sandwich disaster cousin karaoke parrot moustache trousers uncle banana meeting
 17 Horror: scream cellar scarecrow asylum knife fog shadow dungeon creature scalpel mirror grave
 19 History: empire treaty revolution emperor archive frontier parliament rebellion dynasty trade armada republic
 33 Food and Drink: recipe oven saffron pastry vineyard broth kitchen butter spice baker cheese harvest
  5 Faith Fiction: chapel pastor hymn blessing miracle valley barn widow sermon orchard quilt forgiveness
 12 Business: startup founder market brand investor strategy budget customer merger leader pitch factory
 11 Biography: inventor president actress explorer letter rival archive genius laureate patron career legacy
 11 Thriller: hostage agent conspiracy sniper briefcase senator ransom bunker cipher assassin deadline hacker
  4 Contemporary: apartment divorce commute inbox flatmate protest café breakup rooftop promotion exhibition suburb
  5 Spirituality: meditation breath silence retreat mantra soul gratitude guru awakening stillness chakra candle
  1 Academic: lecture thesis seminar citation faculty method hypothesis footnote journal syllabus tenure discipline
  3 Self Help: habit morning goal courage confidence routine fear focus journal mentor burnout purpose
  3 Westerns: sheriff saloon outlaw ranch stagecoach revolver prairie bounty cattle gallows mustang canyon
  1 Gardening: compost seedling trellis pruning rose greenhouse mulch tulip orchard bulb hedge spade
  1 Suspense: stalker cabin phone blackout neighbour footstep lake disappearance alarm basement passenger snowstorm
  1 Mathematics: theorem prime proof infinity geometry conjecture number symmetry polygon equation lattice curve
  1 Novellas: ferryman lodger pension violin postcard chess veranda cure fever tailor station masquerade
  2 Health: sleep diet immune vitamin posture exercise fasting recovery gut stamina hormone hydration
  2 Politics: senate ballot coalition minister veto populist constitution diplomat lobby election protest cabinet
  1 Cultural Studies: ritual identity diaspora folklore carnival museum dialect tradition migration costume myth taboo
  1 Nature: forest otter wetland falcon moss tundra whale beetle reef badger meadow glacier
  1 Crime: heist informant mobster precinct forger warrant safe smuggler jury getaway sergeant alibi
`;

/**
 * Fifty genres of very different sizes, as in a real shop: a few fill many listing pages and a dozen
 * hold one book. The sizes add up to 1,000 books on 80 listing pages of 20, so that with the home page
 * a whole scrape is 1,081 requests.
 */
export const GENRES: readonly Genre[] = SHELVES.trim()
  .split("\n")
  .map((shelf) => {
    const [, perThousand = "", name = "", words = ""] = /^ *(\d+) ([^:]+): (.+)$/.exec(shelf) ?? [];
    return { name, perThousand: Number(perThousand), words: words.split(" ") };
  });
