import type { FactKind } from './fact.ts';
import { appliesToFacts } from './kinds/applies-to.ts';
import { assetFacts } from './kinds/assets.ts';
import { clauseFacts, clauseRoleFacts } from './kinds/clauses.ts';
import { clusterFacts } from './kinds/clusters.ts';
import { coverageFacts } from './kinds/coverage.ts';
import { departmentFacts } from './kinds/departments.ts';
import { distanceFacts } from './kinds/distances.ts';
import { feedFacts } from './kinds/feeds.ts';
import { firmFacts, firmPlaceFacts, firmSegmentFacts } from './kinds/firms.ts';
import { hostsFacts } from './kinds/hosts.ts';
import { indicatorFacts } from './kinds/indicators.ts';
import { measureFacts } from './kinds/measures.ts';
import { observationFacts } from './kinds/observations.ts';
import { pairingFacts } from './kinds/pairings.ts';
import { parkAcceptFacts, parkFacts, parkFeatureFacts } from './kinds/parks.ts';
import { policyFacts, policyMentionFacts } from './kinds/policies.ts';
import { regionFacts } from './kinds/regions.ts';
import { segmentFacts } from './kinds/segments.ts';
import { sourceFacts } from './kinds/sources.ts';
import { statementFacts } from './kinds/statements.ts';
import { targetFacts } from './kinds/targets.ts';
import { zoneFacts, zoneMemberFacts } from './kinds/zones.ts';
import { inDependencyOrder } from './plan.ts';

/** Every kind of fact that the importer writes, in the order in which they are written. */
export const FACT_KINDS: readonly FactKind[] = inDependencyOrder([
  sourceFacts,
  clusterFacts,
  segmentFacts,
  feedFacts,
  regionFacts,
  zoneFacts,
  zoneMemberFacts,
  pairingFacts,
  distanceFacts,
  departmentFacts,
  policyFacts,
  measureFacts,
  policyMentionFacts,
  clauseFacts,
  clauseRoleFacts,
  targetFacts,
  parkFacts,
  parkAcceptFacts,
  parkFeatureFacts,
  appliesToFacts,
  assetFacts,
  statementFacts,
  indicatorFacts,
  firmFacts,
  firmPlaceFacts,
  firmSegmentFacts,
  observationFacts,
  coverageFacts,
  hostsFacts,
]);
