import type { ExhibitQuery } from '../state/exhibit.ts';

/**
 * Link that opens a question in the explorer. Text and variables stand behind the `#`, so that long ones never travel to
 * the server: `/explorer/#query=<text>&variables=<JSON>`, both URL-encoded.
 */
export function explorerLink(query: ExhibitQuery, readable: string = query.text): string {
  const variables = JSON.stringify(query.variables);
  return `/explorer/#query=${encodeURIComponent(readable)}&variables=${encodeURIComponent(variables)}`;
}
