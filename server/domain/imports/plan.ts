import type { Fact } from './fact.ts';

/** What an import will do to the facts of one kind. The plan that a dry run shows is the plan that is written. */
export interface KindPlan {
  readonly kind: string;
  /** Keys, sorted. */
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** The created and changed facts in an order in which each stands after the facts of its kind it points at. */
  readonly writes: readonly Fact[];
}

export interface PlanCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Compares the facts that should be there with those that are (key -> content hash, of the same origin). A fact of
 * that origin which no row states any more is removed; facts of other origins are never looked at.
 */
export function planKind(
  kind: string,
  wanted: readonly Fact[],
  existing: ReadonlyMap<string, string>,
  selfLinks: readonly string[] = [],
): KindPlan {
  const created: string[] = [];
  const changed: string[] = [];
  const writes: Fact[] = [];
  const keys = new Set<string>();
  for (const fact of wanted) {
    keys.add(fact.key);
    const hash = existing.get(fact.key);
    if (hash === fact.hash) continue;
    (hash === undefined ? created : changed).push(fact.key);
    writes.push(fact);
  }
  const removed = [...existing.keys()].filter((key) => !keys.has(key));
  return {
    kind,
    created: created.sort(),
    changed: changed.sort(),
    removed: removed.sort(),
    unchanged: keys.size - writes.length,
    writes: inLinkOrder(writes, selfLinks),
  };
}

/** Sum over kinds. */
export function planCounts(plans: readonly KindPlan[]): PlanCounts {
  const sum = (of: (plan: KindPlan) => number): number => plans.reduce((total, plan) => total + of(plan), 0);
  return {
    created: sum((plan) => plan.created.length),
    changed: sum((plan) => plan.changed.length),
    unchanged: sum((plan) => plan.unchanged),
    removed: sum((plan) => plan.removed.length),
  };
}

/** Kinds in an order in which each stands after those it depends on; a circle is a fault of the registry. */
export function inDependencyOrder<Kind extends { readonly kind: string; readonly dependsOn: readonly string[] }>(
  kinds: readonly Kind[],
): readonly Kind[] {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  const state = new Map<string, 'open' | 'done'>();
  const order: Kind[] = [];
  const visit = (kind: Kind): void => {
    if (state.get(kind.kind) === 'done') return;
    if (state.get(kind.kind) === 'open') throw new Error(`the kind ${kind.kind} depends on itself`);
    state.set(kind.kind, 'open');
    for (const name of kind.dependsOn) {
      const before = byName.get(name);
      if (before === undefined) throw new Error(`${kind.kind} depends on ${name}, which is not a kind`);
      visit(before);
    }
    state.set(kind.kind, 'done');
    order.push(kind);
  };
  for (const kind of kinds) visit(kind);
  return order;
}

function inLinkOrder(facts: readonly Fact[], selfLinks: readonly string[]): readonly Fact[] {
  if (selfLinks.length === 0) return facts;
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  const visited = new Set<string>();
  const order: Fact[] = [];
  const visit = (fact: Fact): void => {
    // Marked on entry: a circle of links ends here, and its facts are in one batch or found by a later one.
    if (visited.has(fact.key)) return;
    visited.add(fact.key);
    for (const link of selfLinks) {
      const ends = fact.links[link] ?? [];
      for (const key of typeof ends === 'string' ? [ends] : ends) {
        const end = byKey.get(key);
        if (end !== undefined) visit(end);
      }
    }
    order.push(fact);
  };
  for (const fact of facts) visit(fact);
  return order;
}
