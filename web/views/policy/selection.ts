/** Something of this view that can be opened in the drawer. */
export type Selection =
  | { readonly kind: 'measure'; readonly code: string }
  | { readonly kind: 'department'; readonly code: string }
  | { readonly kind: 'target'; readonly code: string }
  | { readonly kind: 'document'; readonly code: string };

/** A run of an answer sentence. */
export type Piece =
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: Selection };

/**
 * What opening something changes in the link. A department stays chosen while a measure is open, so that its names are
 * marked in the text; anything else takes the place of what was open before.
 */
export function linkChange(to: Selection | null): Readonly<Record<string, string | null>> {
  const closed = { measure: null, goal: null, doc: null };
  if (to === null) return closed;
  switch (to.kind) {
    case 'measure':
      return { ...closed, measure: to.code };
    case 'department':
      return { ...closed, dept: to.code };
    case 'target':
      return { ...closed, goal: to.code };
    case 'document':
      return { ...closed, doc: to.code };
  }
}

/** What the drawer shows: a measure before a target before a document before the department; null = nothing is open. */
export function openIn(params: {
  readonly measure: string | null;
  readonly target: string | null;
  readonly document: string | null;
  readonly department: string | null;
}): Selection | null {
  if (params.measure !== null) return { kind: 'measure', code: params.measure };
  if (params.target !== null) return { kind: 'target', code: params.target };
  if (params.document !== null) return { kind: 'document', code: params.document };
  return params.department === null ? null : { kind: 'department', code: params.department };
}
