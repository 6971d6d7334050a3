import {
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;
export type Variables = Readonly<Record<string, unknown>>;

export function fragmentsOf(document: DocumentNode): Fragments {
  return Object.fromEntries(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
}

/** The fields of a selection, through its fragments, whatever type these are for. */
export function selectedFields(
  selection: SelectionSetNode | undefined,
  fragments: Fragments,
): readonly FieldNode[] {
  return (selection?.selections ?? []).flatMap((one) => fieldsOf(one, fragments));
}

function fieldsOf(selection: SelectionNode, fragments: Fragments): readonly FieldNode[] {
  switch (selection.kind) {
    case Kind.FIELD:
      return [selection];
    case Kind.INLINE_FRAGMENT:
      return selectedFields(selection.selectionSet, fragments);
    case Kind.FRAGMENT_SPREAD:
      return selectedFields(fragments[selection.name.value]?.selectionSet, fragments);
  }
}

/** The value of an argument of a valid query; undefined when it is not given. */
export function argumentOf(field: FieldNode, name: string, variables: Variables): unknown {
  const argument = field.arguments?.find((one) => one.name.value === name);
  return argument && valueFromASTUntyped(argument.value, variables);
}
