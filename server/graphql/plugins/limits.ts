import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { AppError } from '../../domain/app-error.ts';
import { graphqlErrorFrom } from '../graphql-error.ts';

/** What one operation may ask for. Introspection is left out of all of them. */
export const LIMITS = {
  /** Levels of fields; the deepest worked question has 9. */
  depth: 12,
  /** Questions at the root. */
  rootFields: 10,
  /** Fields under another name. */
  aliases: 30,
  /** Directives used. */
  directives: 20,
  /** Things that could come back: the product of `first`, and of the number of `ids`, along each path, summed. */
  nodes: 20_000,
} as const;

export interface OperationCost {
  depth: number;
  rootFields: number;
  aliases: number;
  directives: number;
  nodes: number;
}

/**
 * Works out what an operation could cost before it runs, with the variables and the schema's defaults put in: a limit
 * that reads literals only is passed by a variable.
 */
export function operationCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
): OperationCost {
  const cost: OperationCost = { depth: 0, rootFields: 0, aliases: 0, directives: 0, nodes: 0 };
  const visit = (set: SelectionSetNode, type: GraphQLNamedType | undefined, depth: number, factor: number): void => {
    for (const selection of set.selections) {
      cost.directives += selection.directives?.length ?? 0;
      switch (selection.kind) {
        case Kind.FIELD: {
          if (selection.name.value.startsWith('__')) break;
          if (depth === 1) cost.rootFields += 1;
          if (selection.alias !== undefined) cost.aliases += 1;
          cost.depth = Math.max(cost.depth, depth);
          if (selection.selectionSet === undefined) break;
          const field =
            isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
          const fallback = field?.args.find((argument) => argument.name === 'first')?.defaultValue;
          const first = pageSize(selection, variables, fallback) ?? idsAsked(selection, variables);
          if (first !== null) cost.nodes += factor * first;
          visit(
            selection.selectionSet,
            field === undefined ? undefined : getNamedType(field.type),
            depth + 1,
            factor * (first ?? 1),
          );
          break;
        }
        case Kind.INLINE_FRAGMENT: {
          const condition = selection.typeCondition;
          visit(
            selection.selectionSet,
            condition === undefined ? type : schema.getType(condition.name.value),
            depth,
            factor,
          );
          break;
        }
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          // Validation has refused cycles before this runs.
          if (fragment !== undefined) {
            visit(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), depth, factor);
          }
          break;
        }
      }
    }
  };
  visit(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, 1, 1);
  return cost;
}

/** How many things a field names by their ids: as many could come back, each with what is asked of it. */
function idsAsked(field: FieldNode, variables: Readonly<Record<string, unknown>>): number | null {
  const value = field.arguments?.find((argument) => argument.name.value === 'ids')?.value;
  if (value?.kind === Kind.LIST) return value.values.length;
  if (value?.kind !== Kind.VARIABLE) return null;
  const given = variables[value.name.value];
  return Array.isArray(given) ? given.length : null;
}

function pageSize(field: FieldNode, variables: Readonly<Record<string, unknown>>, fallback: unknown): number | null {
  const value = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
  const given =
    value === undefined
      ? fallback
      : value.kind === Kind.INT
        ? Number(value.value)
        : value.kind === Kind.VARIABLE
          ? (variables[value.name.value] ?? fallback)
          : fallback;
  return typeof given === 'number' && given > 0 ? given : null;
}

/** Refuses an operation that asks for too much, and tells every other what it cost. */
export function limitsPlugin(): ApolloServerPlugin {
  return {
    requestDidStart: () => {
      let cost: OperationCost | null = null;
      return Promise.resolve({
        didResolveOperation: ({ schema, document, operation, request }) => {
          if (operation === undefined) return Promise.resolve();
          const fragments = new Map(
            document.definitions.flatMap((definition) =>
              definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
            ),
          );
          const defaults = Object.fromEntries(
            (operation.variableDefinitions ?? []).flatMap((definition) =>
              definition.defaultValue?.kind === Kind.INT
                ? [[definition.variable.name.value, Number(definition.defaultValue.value)] as const]
                : [],
            ),
          );
          cost = operationCost(schema, operation, fragments, { ...defaults, ...request.variables });
          for (const name of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
            if (cost[name] <= LIMITS[name]) continue;
            throw graphqlErrorFrom(
              new AppError(
                'COST_LIMIT_EXCEEDED',
                `The operation asks for too much: ${name} is ${cost[name]}, at most ${LIMITS[name]} is allowed. Ask for smaller pages or fewer fields.`,
                name,
              ),
            );
          }
          return Promise.resolve();
        },
        willSendResponse: ({ response }) => {
          if (cost !== null && response.body.kind === 'single') {
            const result = response.body.singleResult;
            result.extensions = { ...result.extensions, cost: { nodes: cost.nodes, depth: cost.depth } };
          }
          return Promise.resolve();
        },
      });
    },
  };
}
