// Which documents may be compiled: those that graphql-jit runs as graphql-js does.
import { BREAK, getNamedType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** graphql-jit refuses `$all: Boolean! = true` when the variable is left out, which graphql-js fills in. */
const defaultsWhatMustBeGiven = ({ variableDefinitions = [] }: OperationDefinitionNode): boolean =>
  variableDefinitions.some(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && defaultValue !== undefined);

/** graphql-jit writes literals into its code as JSON, and free words (commands/free-text.ts) are an object that JSON must not hold. */
function spellsOutWords(schema: GraphQLSchema, document: DocumentNode): boolean {
  let found = false;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      StringValue: () => {
        const type = types.getInputType();
        if (!type || getNamedType(type).name !== 'Words') return undefined;
        found = true;
        return BREAK;
      },
    }),
  );
  return found;
}

/** Whether this operation gives the same compiled as it does interpreted. */
export const isCompilable = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean => !defaultsWhatMustBeGiven(operation) && !spellsOutWords(schema, document);
