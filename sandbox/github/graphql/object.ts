import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import { allows, type Access, type Scope } from "../access.ts";
import type { NodeType } from "../node-id.ts";
import type { Store } from "../store/store.ts";
import type { Troubles } from "../troubles.ts";
import { forbidden, Refusal } from "./refusal.ts";

/** What a field may need to know besides its object. */
export interface World {
  readonly store: Store;
  readonly access: Access;
  readonly troubles: Troubles;
  /** The object that another one belongs to. */
  readonly load: (type: NodeType, key: number) => ResolvedObject;
}

/** Already checked against the schema, its defaults filled in. */
export type Arguments = Readonly<Record<string, unknown>>;
export type Value = string | number | boolean | null | ResolvedObject | readonly Value[];
type Field = Value | ((args: Arguments, world: World, info: GraphQLResolveInfo) => Value);

/** An object as GraphQL walks through it: what leads on to others is a function, called when asked. */
export interface ResolvedObject {
  readonly __typename?: string;
  readonly [field: string]: Field | undefined;
}

/** Gives a field of an object, or says which one the sandbox does not have: never null for it. */
export const resolveField: GraphQLFieldResolver<ResolvedObject, World> = (
  object,
  args: Arguments,
  world,
  info,
) => {
  const field = object[info.fieldName];
  if (field === undefined) {
    const name = `${info.parentType.name}.${info.fieldName}`;
    throw new Refusal("NOT_IN_THE_SANDBOX", `The sandbox's GitHub does not resolve ${name}`);
  }
  return typeof field === "function" ? field(args, world, info) : field;
};

/** Lets a field be read only with this permission. */
export function needs(
  scope: Scope,
  field: (args: Arguments, world: World, info: GraphQLResolveInfo) => Value,
): Field {
  return (args, world, info) => {
    if (!allows(world.access, scope, "read")) throw forbidden();
    return field(args, world, info);
  };
}
