import { collapseCut, expandCut } from '../../graph/layout/expansion.ts';
import type { ChainMember } from './gap-cell.ts';

type Member = Pick<ChainMember, 'code' | 'ancestors' | 'children'>;

/** A cut for the link with the segment that stands for the selected one in it; null = the default cut. */
export interface CutChange {
  readonly cut: readonly string[] | null;
  readonly segment: string | null;
}

/**
 * What opening or folding a segment makes of the link. A selected segment that goes hands the selection to its first part,
 * or to what it was folded into. A cut that is the default one again leaves the link.
 */
export function changeCut(
  members: readonly Member[],
  defaultCut: readonly string[],
  code: string,
  how: 'expand' | 'collapse',
  selected: string | null,
): CutChange {
  const cut = how === 'expand' ? expandCut(members, code) : collapseCut(members, code);
  const isDefault = cut.length === defaultCut.length && cut.every((entry) => defaultCut.includes(entry));
  return { cut: isDefault ? null : cut, segment: selectedIn(members, cut, code, selected) };
}

function selectedIn(
  members: readonly Member[],
  cut: readonly string[],
  code: string,
  selected: string | null,
): string | null {
  if (selected === null || cut.includes(selected)) return selected;
  const own = members.find((member) => member.code === selected);
  return own?.children.find((child) => cut.includes(child.code))?.code ?? (cut.includes(code) ? code : null);
}

/** The segments that a member can be folded into: its ancestors below which the cut is finer than the default. */
export function foldTargets(member: Member, defaultCut: readonly string[]): readonly Member['ancestors'][number][] {
  const home = member.ancestors.findIndex((ancestor) => defaultCut.includes(ancestor.code));
  return home < 0 ? [] : member.ancestors.slice(home);
}
