import { linkOfOperation } from './opening-tabs.ts';
import { explorerTexts, type Limits } from './texts.ts';
import type { WorkedQuestion } from './worked-question.ts';

export interface HeaderOptions {
  readonly lang: 'zh' | 'en';
  readonly questions: readonly WorkedQuestion[];
  /** Null where the service did not tell them. */
  readonly limits: Promise<Limits | null>;
}

/** Fills the header: way back, worked questions, limits, language. */
export function fillHeader(header: HTMLElement, { lang, questions, limits }: HeaderOptions): void {
  const texts = explorerTexts[lang];
  const logo = make('img', { src: '/logo.svg', alt: '', width: '24', height: '24' });
  const title = make('h1', {}, texts.title);
  const back = make('a', { href: lang === 'en' ? '/?lang=en' : '/', class: 'explorer-back' }, `← ${texts.back}`);

  const choice = make('select', { 'aria-label': texts.questionsLabel, class: 'explorer-questions' });
  choice.append(make('option', { value: '' }, texts.questions));
  questions.forEach((question, index) => {
    choice.append(make('option', { value: String(index) }, `${index + 1}. ${question.title[lang]}`));
  });
  choice.addEventListener('change', () => {
    const question = questions[Number(choice.value)];
    if (choice.value !== '' && question !== undefined) location.hash = linkOfOperation(question);
    choice.value = '';
  });

  const line = make('p', { class: 'explorer-limits', 'aria-label': texts.limitsLabel, role: 'note' });
  void limits.then((known) => {
    line.textContent = known === null ? texts.limitsUnknown : texts.limits(known);
    line.title = line.textContent;
  });

  const other = new URLSearchParams(location.search);
  other.set('lang', lang === 'en' ? 'zh' : 'en');
  const language = make(
    'a',
    { href: `?${other}`, class: 'explorer-language', lang: lang === 'en' ? 'zh-CN' : 'en', title: texts.languageLabel },
    texts.language,
  );
  header.replaceChildren(logo, title, back, choice, line, language);
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
