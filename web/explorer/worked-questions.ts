import { workedQuestion, type WorkedQuestion } from './worked-question.ts';

const operations = import.meta.glob<string>('./questions/*.graphql', { query: '?raw', import: 'default', eager: true });
const variables = import.meta.glob<string>('./questions/*.json', { query: '?raw', import: 'default', eager: true });

/** All worked questions in the order of their numbers. */
export const WORKED_QUESTIONS: readonly WorkedQuestion[] = Object.keys(operations)
  .sort()
  .map((path) => workedQuestion(operations[path] ?? '', variables[path.replace(/\.graphql$/, '.json')]));
