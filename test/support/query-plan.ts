import type { Plan } from 'neo4j-driver';

/** A plan with what each operator did. */
interface Profile {
  readonly dbHits: number;
  readonly children: readonly Profile[];
}

/** Names of all operators of a plan, without the database that the server adds to them. */
export function operatorsOf(plan: Plan): readonly string[] {
  return [plan.operatorType.replace(/@.*$/, ''), ...plan.children.flatMap(operatorsOf)];
}

/** Database hits of all operators of a profiled plan. */
export function databaseHits(plan: Profile): number {
  return plan.dbHits + plan.children.reduce((sum, child) => sum + databaseHits(child), 0);
}
