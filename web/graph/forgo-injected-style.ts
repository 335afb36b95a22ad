/**
 * Cytoscape adds a style element of one rule unless an element of this id is there; a strict content-security policy
 * refuses that element. Its rule, `position: relative`, is needed by no container here: each has a position of its own.
 * Call it before Cytoscape is opened.
 */
export function forgoInjectedStyle(document: Document): void {
  const id = '__________cytoscape_stylesheet';
  if (document.getElementById(id) !== null) return;
  const mark = document.createElement('meta');
  mark.id = id;
  document.head.append(mark);
}
