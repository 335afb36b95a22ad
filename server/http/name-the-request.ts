/**
 * Apollo refuses some requests before it knows who asks (a batch, a method, a body that is no question): its answer then
 * has our shape but no request id, and for a method it speaks of a product instead of an address. Both are put right
 * here; any other answer is left as it is.
 *
 * @param payload the answer as text
 */
export function nameTheRequest(payload: string, status: number, requestId: string): string {
  const body = parsed(payload);
  if (body === null) return payload;
  const errors = body.errors.map((error) => {
    if (error.extensions?.['requestId'] !== undefined) return error;
    const message = status === 405 ? 'Ask by POST, or by GET for a query.' : error.message.trim();
    return { ...error, message, extensions: { ...error.extensions, requestId } };
  });
  return JSON.stringify({ ...body, errors });
}

interface RefusalBody {
  readonly errors: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

function parsed(payload: string): RefusalBody | null {
  try {
    const body: unknown = JSON.parse(payload);
    return typeof body === 'object' && body !== null && 'errors' in body && Array.isArray(body.errors)
      ? (body as RefusalBody)
      : null;
  } catch {
    return null;
  }
}
