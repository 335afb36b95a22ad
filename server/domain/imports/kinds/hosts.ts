import { makeFact, type FactKind } from '../fact.ts';
import { rollUp } from '../roll-up.ts';

/** (Region)-[:HOSTS]->(Segment): worked out from the firm counts and the named firms, never stated by a row. */
export const hostsFacts: FactKind = {
  kind: 'hosts',
  load: 'load/hosts',
  existing: 'read/imports/existing-hosts',
  remove: 'load/remove-hosts',
  dependsOn: ['regions', 'segments'],
  facts: (tables, origin) =>
    rollUp(tables).map(({ region, segment, evidence, ...properties }) =>
      makeFact({
        key: `${region}>${segment}`,
        keyProperty: 'factKey',
        origin,
        evidence,
        // Sizes that nobody states stay absent; the names are part of the shape all the same.
        properties: { ...properties, employees: null, revenue: null, top1: null, hhi: null },
        links: { region, segment },
      }),
    ),
};
