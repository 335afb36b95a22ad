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
      body: JSON.stringify({ query, operationName: operationName ?? null, variables: variables ?? null }),
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

function notAnswered(message: string): { readonly errors: readonly { readonly message: string }[] } {
  return { errors: [{ message }] };
}
