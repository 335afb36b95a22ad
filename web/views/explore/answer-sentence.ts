import type { ExploreThingQuery } from '../../api/generated/operations.ts';
import type { ExplorationState } from './use-exploration.ts';

/** Groups named in the sentence; the drawer has them all. */
const MOST_GROUPS = 4;

/** The answer in one sentence: what the selected thing is linked to, and how much of it is on the picture. */
export function answerSentence(explored: ExplorationState, looked: ExploreThingQuery | null): string {
  const { page } = explored;
  const { answer, type } = explored.texts.value;
  const things = explored.things.value;
  if (explored.state.value.things.length === 0) return answer.empty;
  const clauses: string[] = [];
  if (looked !== null) {
    const { centre, groups } = looked.neighbourhood;
    const named = [...groups]
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_GROUPS)
      .map((group) => {
        const count = page.numbers.count(group.count);
        const label = page.nameOf(group);
        // The type is named where the relation alone does not tell two groups apart.
        const isAlone = groups.filter((other) => page.nameOf(other) === label).length === 1;
        return isAlone ? answer.group(label, count) : answer.typedGroup(label, type[group.type], count);
      });
    const more = groups.length > MOST_GROUPS ? '…' : '';
    clauses.push(
      answer.lead(page.nameOf(centre)) +
        (groups.length === 0 ? answer.alone : answer.links(centre.neighbourCount, named.join(answer.join) + more)),
    );
  }
  clauses.push(answer.shown(things.length, explored.lines.value.length));
  const hidden = things.find((one) => one.id === explored.selected.value)?.hidden ?? 0;
  if (hidden > 0) clauses.push(answer.hidden(hidden));
  const filtered = explored.allThings.value.length - things.length;
  if (filtered > 0) clauses.push(answer.filtered(filtered));
  return clauses.join(answer.clause) + answer.end;
}
