import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type ErrorCode } from '../domain/app-error.ts';
import { httpStatusOf, INTERNAL_MESSAGE, publicError } from '../graphql/graphql-error.ts';

interface Refusal {
  readonly code: ErrorCode | 'BAD_REQUEST';
  readonly message: string;
  readonly status: number;
}

/** What Fastify and its plugins refuse before GraphQL sees it, in our shape and words. */
function refusal(error: FastifyError, bodyLimit: number): Refusal {
  const status = error.statusCode ?? 500;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return {
        code: 'PAYLOAD_TOO_LARGE',
        message: `The request body is larger than ${bodyLimit / 1_048_576} MiB; send less.`,
        status: 413,
      };
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return { code: 'BAD_REQUEST', message: 'The request body is not valid JSON.', status: 400 };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { code: 'BAD_REQUEST', message: 'Send the body as application/json.', status: 415 };
    case 'FST_UNDER_PRESSURE':
      return {
        code: 'SERVICE_UNAVAILABLE',
        message: 'The service is overloaded; try again in a few seconds.',
        status: 503,
      };
    default:
      break;
  }
  if (status === 429) {
    return { code: 'RATE_LIMITED', message: 'Too many requests from this address; wait a minute.', status };
  }
  if (status >= 400 && status < 500) return { code: 'BAD_REQUEST', message: 'The request could not be read.', status };
  return { code: 'INTERNAL_SERVER_ERROR', message: INTERNAL_MESSAGE, status: 500 };
}

/**
 * Every refusal of the HTTP layer has the shape of a GraphQL error: `{ errors: [{ message, extensions: { code,
 * requestId } }] }`. Fastify's own answers would send the words of any thrown error to the client.
 */
export function answerError(
  error: FastifyError | AppError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const answer =
    error instanceof AppError
      ? { ...publicError(error), status: httpStatusOf(publicError(error).code) }
      : refusal(error, request.routeOptions.bodyLimit);
  if (answer.status >= 500) request.log.error({ err: error, requestId: request.id }, 'request failed');
  return reply
    .status(answer.status)
    .header('x-request-id', request.id)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message: answer.message, extensions: { code: answer.code, requestId: request.id } }] });
}

/** What is answered to a request that fails outside GraphQL, or that asks for nothing we have. */
export function handleErrors(server: FastifyInstance): void {
  server.setErrorHandler<FastifyError>(answerError);
  server.setNotFoundHandler((request, reply) =>
    reply
      .status(404)
      .type('application/json; charset=utf-8')
      .send({
        errors: [
          {
            message:
              'There is nothing at this address. The page is at /, the API at /graphql, its explorer at /explorer/.',
            extensions: { code: 'NOT_FOUND', requestId: request.id },
          },
        ],
      }),
  );
}
