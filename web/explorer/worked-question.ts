/** A question of planners, promotion staff or clients, worked out as an operation that runs as it stands. */
export interface WorkedQuestion {
  /** Operation with its two comment lines. */
  readonly query: string;
  /** Variables as JSON text. */
  readonly variables: string;
  readonly title: { readonly zh: string; readonly en: string };
}

/**
 * Puts a question together from its two files. The comments at its head say what it answers: Chinese lines, then English
 * ones; the first of each is the title.
 *
 * Errors: Error when the variables are missing or no JSON, or the comments of a language are missing: a page with such a question is not built.
 */
export function workedQuestion(query: string, variables: string | undefined): WorkedQuestion {
  const start = query.slice(0, 60);
  if (variables === undefined) throw new Error(`There is no file of variables beside the question: ${start}`);
  const lines = query.split('\n');
  const comments = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('#')),
  );
  const titles = comments.map((line) => line.replace(/^#\s*/, ''));
  const zh = titles.find((line) => CHINESE.test(line));
  const en = titles.find((line) => !CHINESE.test(line));
  if (zh === undefined || en === undefined) throw new Error(`A comment in Chinese or English is missing: ${start}`);
  // Set out in lines: the pane of the variables is narrow.
  return { query, variables: JSON.stringify(JSON.parse(variables), null, 2), title: { zh, en } };
}

const CHINESE = /[\u4e00-\u9fff]/;
