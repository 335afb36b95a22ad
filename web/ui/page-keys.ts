/** What a key asks of the whole page; null = nothing, the key belongs to whatever has the focus. */
export type PageKeyAction = 'undo' | 'redo' | 'print' | 'keys';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * Keys of the whole page. In a field for text, undo, redo and `?` belong to the text; printing does not.
 *
 * @param inText whether the focus is in a field for text
 */
export function pageKeyAction(pressed: PressedKey, inText: boolean): PageKeyAction | null {
  const { key, shiftKey, altKey } = pressed;
  const isCommand = pressed.ctrlKey || pressed.metaKey;
  if (altKey) return null;
  if (!isCommand) return key === '?' && !inText ? 'keys' : null;
  const letter = key.toLowerCase();
  if (letter === 'p' && !shiftKey) return 'print';
  if (inText) return null;
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : null;
}

/** Whether an element takes text: there the browser's own undo is meant. */
export function takesText(element: Element | null): boolean {
  if (element === null) return false;
  if (element instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'range', 'button', 'submit', 'reset'].includes(element.type);
  }
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
}
