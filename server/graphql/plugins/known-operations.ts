import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';

/**
 * Refuses an operation of a kind that the schema does not have. GraphQL itself finds out only while it executes, and its
 * error would look like a fault of ours.
 */
export function knownOperationsPlugin(): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, operation }) => {
          if (operation === undefined || schema.getRootType(operation.operation) != null) return Promise.resolve();
          throw new GraphQLError(
            `There is no ${operation.operation} here; the service answers queries and mutations only.`,
            {
              extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
            },
          );
        },
      }),
  };
}
