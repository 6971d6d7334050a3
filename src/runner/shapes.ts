import * as v from "valibot";

/** A schema that takes whatever comes and lets only a `T` through. */
export type SchemaOf<T> = v.GenericSchema<unknown, T>;

/** A schema for every member of `T`: what is forgotten does not compile. */
export type Shape<T> = {
  readonly [P in keyof T]-?: object extends Pick<T, P>
    ? v.ExactOptionalSchema<SchemaOf<Exclude<T[P], undefined>>, undefined>
    : SchemaOf<T[P]>;
};

/** The shapes of a closed union, by the member that tells them apart. */
type Shapes<U extends Record<Tag, string>, Tag extends keyof U> = {
  readonly [K in U[Tag]]: Shape<Omit<Extract<U, Record<Tag, K>>, Tag>>;
};

/** A closed union: none of its kinds can be left out. What a value has besides is dropped. */
export function unionOf<U extends Record<Tag, string>, Tag extends keyof U & string>(
  tag: Tag,
  shapes: Shapes<U, Tag>,
): SchemaOf<U> {
  const members = Object.entries(shapes).map(([kind, shape]) =>
    v.object({ [tag]: v.literal(kind), ...(shape as v.ObjectEntries) }),
  );
  // That each shape is the one of its kind is what the type of `shapes` says.
  return v.union(members) as unknown as SchemaOf<U>;
}

/** A closed list of words, written so that none of them can be left out. */
export function wordOf<W extends string>(words: Readonly<Record<W, true>>): SchemaOf<W> {
  return v.picklist(Object.keys(words) as W[]);
}
