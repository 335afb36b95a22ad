import { Kind, parse } from 'graphql';

/** What GraphiQL hands over; `variables` were read as JSON already. */
interface Question {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
}

/**
 * Asks the service of this host, the only one that is ever asked. An answer with errors is an answer. What is no GraphQL
 * answer at all (nobody there, a proxy's page) is told in the shape of one, because GraphiQL shows whatever it is handed.
 */
export async function askService({ query, operationName, variables }: Question): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        query,
        operationName: operationToRun(query, operationName ?? null),
        variables: variables ?? null,
      }),
    });
  } catch {
    return notAnswered('服务没有应答，请稍后再试。The service does not answer; try again in a moment.');
  }
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return notAnswered(`HTTP ${response.status}: ${text.slice(0, 200)}`);
  }
}

/**
 * GraphiQL reads the names of a tab's operations a moment after it was opened: whoever runs it before that would ask for
 * the operation of the tab before. A name that the text does not have is left out, so that its only operation is run.
 */
export function operationToRun(query: string, operationName: string | null): string | null {
  try {
    const names = parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? null] : [],
    );
    return names.includes(operationName) ? operationName : null;
  } catch {
    // The service says what is wrong with the text.
    return operationName;
  }
}

function notAnswered(message: string): { readonly errors: readonly { readonly message: string }[] } {
  return { errors: [{ message }] };
}
