import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.ts';

/**
 * Puts the release and the request id into `extensions` of every answer, and the request id into every error, so that a
 * value can be traced to its data and a complaint to its log line.
 */
export function answerExtensionsPlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, contextValue }) => {
          if (response.body.kind !== 'single') return Promise.resolve();
          const result = response.body.singleResult;
          const { requestId } = contextValue.asked;
          const { id, at } = contextValue.index.map.release;
          result.extensions = { ...result.extensions, requestId, release: { id, at } };
          if (result.errors !== undefined) {
            result.errors = result.errors.map((error) => ({
              ...error,
              extensions: { ...error.extensions, requestId },
            }));
          }
          return Promise.resolve();
        },
      }),
  };
}
