import type { Locator } from 'playwright-core';

/** A part of an answer between two semicolons: the names that can be chosen, and the words after the last of them. */
export interface AnswerClause {
  readonly names: readonly string[];
  readonly words: string;
}

/** Takes an answer in one sentence apart, by its buttons and its punctuation. */
export async function answerClauses(sentence: Locator): Promise<readonly AnswerClause[]> {
  const pieces = await sentence.evaluate((root) => {
    const found: { text: string; isName: boolean }[] = [];
    const waiting: Node[] = [...root.childNodes];
    for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
      if (node instanceof HTMLButtonElement) found.push({ text: node.innerText, isName: true });
      else if (node.nodeType === Node.TEXT_NODE) found.push({ text: node.textContent ?? '', isName: false });
      else waiting.unshift(...node.childNodes);
    }
    return found;
  });
  const clauses: { names: string[]; words: string }[] = [{ names: [], words: '' }];
  for (const { text, isName } of pieces) {
    const last = clauses.at(-1) ?? { names: [], words: '' };
    if (isName) {
      last.names.push(text);
      last.words = '';
      continue;
    }
    const [first, ...others] = text.split(/[；;]/);
    last.words += first ?? '';
    clauses.push(...others.map((words) => ({ names: [], words })));
  }
  return clauses.map(({ names, words }) => ({ names, words: words.trim() }));
}
