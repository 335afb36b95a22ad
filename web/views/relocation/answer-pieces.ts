import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { answerSentence, type AnswerWords } from './answer-sentence.ts';
import { nameInSentence, sentencePart } from './sentence-words.ts';
import type { Relocation } from './use-relocation.ts';

/** The answer in one sentence, in pieces; null before the service has answered. */
export function answerPieces(state: Relocation): ReturnType<typeof answerSentence> | null {
  const { page, answer, ranked } = state;
  if (answer.value === null) return null;
  const texts = page.textsOf(relocationTexts);
  const reasons: Readonly<Record<string, string>> = texts.reason;
  const words: AnswerWords = { ...texts.answer, reasonOf: (code) => reasons[code] };
  const { stays } = answer.value;
  return answerSentence(
    ranked.value.map(({ candidate, score }) => ({
      code: candidate.code,
      name: page.nameOf(candidate.name),
      feasibility: candidate.feasibility,
      score,
      blockers: candidate.blockers.map((blocker) => ({
        code: blocker.code,
        hard: blocker.hard,
        text: sentencePart(page.nameOf(blocker.words), page.lang),
        measure: blocker.measure,
      })),
    })),
    {
      origin: page.nameOf(answer.value.from),
      segment: nameInSentence(page.nameOf(answer.value.segment), page.lang),
      stays:
        stays === null
          ? null
          : {
              text: sentencePart(page.nameOf({ zh: stays.zhText, en: stays.enText }), page.lang),
              measure: stays.measure?.number ?? null,
            },
    },
    words,
  );
}
