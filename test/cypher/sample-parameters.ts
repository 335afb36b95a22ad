import type { Parameters } from '../../server/store/graph.ts';

/**
 * Parameters to profile each read with, on the map that ships: for each file below cypher/read a call that is as
 * costly as a usual question gets. A read without a line here fails the budget test.
 */
export const SAMPLE_PARAMETERS: Readonly<Record<string, Parameters>> = {
  'read/migrations/applied-migrations': {},
  'read/migrations/await-indexes': { seconds: 10 },
  'read/imports/import-state': { origin: 'built-in' },
  'read/imports/existing-applies-to': { origin: 'built-in' },
  'read/imports/existing-assets': { origin: 'built-in' },
  'read/imports/existing-clause-roles': { origin: 'built-in' },
  'read/imports/existing-clauses': { origin: 'built-in' },
  'read/imports/existing-clusters': { origin: 'built-in' },
  'read/imports/existing-coverage': { origin: 'built-in' },
  'read/imports/existing-departments': { origin: 'built-in' },
  'read/imports/existing-distances': { origin: 'built-in' },
  'read/imports/existing-feeds': { origin: 'built-in' },
  'read/imports/existing-firm-places': { origin: 'built-in' },
  'read/imports/existing-firm-segments': { origin: 'built-in' },
  'read/imports/existing-firms': { origin: 'built-in' },
  'read/imports/existing-hosts': { origin: 'built-in' },
  'read/imports/existing-indicators': { origin: 'built-in' },
  'read/imports/existing-measures': { origin: 'built-in' },
  'read/imports/existing-observations': { origin: 'built-in' },
  'read/imports/existing-pairings': { origin: 'built-in' },
  'read/imports/existing-park-accepts': { origin: 'built-in' },
  'read/imports/existing-park-features': { origin: 'built-in' },
  'read/imports/existing-parks': { origin: 'built-in' },
  'read/imports/existing-policies': { origin: 'built-in' },
  'read/imports/existing-policy-mentions': { origin: 'built-in' },
  'read/imports/existing-regions': { origin: 'built-in' },
  'read/imports/existing-segments': { origin: 'built-in' },
  'read/imports/existing-sources': { origin: 'built-in' },
  'read/imports/existing-statements': { origin: 'built-in' },
  'read/imports/existing-targets': { origin: 'built-in' },
  'read/imports/existing-zone-members': { origin: 'built-in' },
  'read/imports/existing-zones': { origin: 'built-in' },
};
