import { DateTimeResolver } from 'graphql-scalars';
import type { Resolvers } from '../generated/schema-types.ts';
import { codeScalars } from '../scalars/code-scalars.ts';
import { chainResolvers } from './chain.ts';
import { commonResolvers } from './common.ts';
import { completenessResolvers } from './completeness.ts';
import { criticalityResolvers } from './criticality.ts';
import { disruptionResolvers } from './disruption.ts';
import { exploreResolvers } from './explore.ts';
import { firmResolvers } from './firms.ts';
import { gapResolvers } from './gaps.ts';
import { parkAssignmentResolvers } from './park-assignment.ts';
import { policyResolvers } from './policy.ts';
import { regionResolvers } from './regions.ts';
import { relocationResolvers } from './relocation.ts';
import { searchResolvers } from './search.ts';
import { shiftShareResolvers } from './shift-share.ts';
import { targetListResolvers } from './target-lists.ts';
import { targetResolvers } from './targets.ts';

/** All resolvers, one module a domain; Apollo merges the list. */
export const resolvers: readonly Resolvers[] = [
  { DateTime: DateTimeResolver, ...codeScalars },
  commonResolvers,
  chainResolvers,
  regionResolvers,
  firmResolvers,
  policyResolvers,
  gapResolvers,
  relocationResolvers,
  completenessResolvers,
  criticalityResolvers,
  disruptionResolvers,
  parkAssignmentResolvers,
  shiftShareResolvers,
  targetResolvers,
  searchResolvers,
  targetListResolvers,
  exploreResolvers,
];
