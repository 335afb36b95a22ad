import { AppError, invariant } from '../../domain/app-error.ts';
import { departmentByName, departmentNames, policyByName } from '../../domain/map/find-by-name.ts';
import type { DepartmentFact, MeasureFact, PolicyFact } from '../../domain/map/industry-map.ts';
import type { MapIndex } from '../../domain/map/map-index.ts';
import { measuresNamingRegion, measuresNamingSegment, measuresReaching } from '../../domain/map/measure-reach.ts';
import { applicationThing, measureExcerpt } from '../../domain/map/measure-excerpt.ts';
import { requirePark, requireRegion, requireSegment } from '../../domain/map/require.ts';
import { pageArguments, pageOf } from '../../domain/paging/page.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { globalId } from '../global-id.ts';
import { evidenced, nameIn, textIn } from './wording.ts';

function policyOf(index: MapIndex, id: string): PolicyFact {
  const policy = index.policy(id);
  invariant(policy !== undefined, `the policy ${id} of a fact is not in the map`);
  return policy;
}

function measureOf(index: MapIndex, id: string): MeasureFact {
  const measure = index.measure(id);
  invariant(measure !== undefined, `the measure ${id} of a fact is not in the map`);
  return measure;
}

function departmentOf(index: MapIndex, id: string): DepartmentFact {
  const department = index.department(id);
  invariant(department !== undefined, `the department ${id} of a fact is not in the map`);
  return department;
}

/** A policy that a filter names. Error: BAD_USER_INPUT when there is none: no match and no such policy are two answers. */
function requirePolicy(index: MapIndex, id: string): void {
  if (index.policy(id) !== undefined) return;
  throw new AppError('BAD_USER_INPUT', `There is no policy ${id}; policies { ... } lists all codes.`, 'filter.policy');
}

/** A department that a filter names in any way. Error: BAD_USER_INPUT when nobody bears the name. */
function departmentNamed(index: MapIndex, name: string): DepartmentFact {
  const department = departmentByName(index, name);
  if (department !== undefined) return department;
  throw new AppError(
    'BAD_USER_INPUT',
    `There is no department ${name.slice(0, 80)}; departments { ... } lists them with all their names.`,
    'filter.department',
  );
}

/** Policies, measures, clauses, departments, targets. */
export const policyResolvers: Resolvers = {
  Query: {
    policy: (_root, { by }, { index }) =>
      (by.code === undefined ? policyByName(index, by.name) : index.policy(by.code)) ?? null,
    policies: (_root, { kind, first, after }, { index }) =>
      pageOf(
        index.map.policies.filter((policy) => kind == null || policy.kind === kind),
        (policy) => policy.id,
        pageArguments(first, after),
      ),
    measure: (_root, { by }, { index }) => index.measure(by.code) ?? null,
    measures: (_root, { filter, first, after }, { index }) => {
      const department = filter?.department == null ? null : departmentNamed(index, filter.department);
      if (filter?.policy != null) requirePolicy(index, filter.policy);
      const naming =
        filter?.segment == null
          ? null
          : new Set(measuresNamingSegment(index, requireSegment(index, filter.segment, 'filter.segment').code));
      const placed =
        filter?.region == null
          ? null
          : new Set(measuresNamingRegion(index, requireRegion(index, filter.region, 'filter.region').code));
      const charged = (measure: MeasureFact): boolean => {
        if (department === null && filter?.role == null) return true;
        const clause = index.clauseOf(measure.id);
        return (
          clause !== undefined &&
          index
            .dutiesOfClause(clause.id)
            .some(
              (duty) =>
                (department === null || duty.department === department.id) &&
                (filter?.role == null || duty.role === filter.role),
            )
        );
      };
      return pageOf(
        index.map.measures.filter(
          (measure) =>
            (filter?.policy == null || measure.policy === filter.policy) &&
            (naming === null || naming.has(measure)) &&
            (placed === null || placed.has(measure)) &&
            charged(measure),
        ),
        (measure) => measure.id,
        pageArguments(first, after),
      );
    },
    measureReach: (_root, { segment, region, park }, { index }) => {
      if (segment == null && region == null && park == null) {
        throw new AppError('BAD_USER_INPUT', 'Name a segment, a region or a park.', 'measureReach');
      }
      return [
        ...measuresReaching(index, {
          segment: segment == null ? null : requireSegment(index, segment).code,
          region: region == null ? null : requireRegion(index, region).code,
          park: park == null ? null : requirePark(index, park).id,
        }),
      ];
    },
    department: (_root, { by }, { index }) =>
      (by.code === undefined ? departmentByName(index, by.name) : index.department(by.code)) ?? null,
    departments: (_root, { filter, first, after }, { index }) => {
      const part = filter?.name?.normalize('NFKC').trim().toLowerCase();
      return pageOf(
        index.map.departments.filter(
          (department) =>
            (filter?.kind == null || department.kind === filter.kind) &&
            (part === undefined || [...departmentNames(department)].some((name) => name.includes(part))),
        ),
        (department) => department.id,
        pageArguments(first, after),
      );
    },
    targets: (_root, { filter, first, after }, { index }) => {
      if (filter?.policy != null) requirePolicy(index, filter.policy);
      return pageOf(
        index.map.targets.filter(
          (target) =>
            (filter?.policy == null || target.policy === filter.policy) &&
            (filter?.year == null || target.year === filter.year) &&
            (filter?.dated == null || (target.year !== null) === filter.dated),
        ),
        (target) => target.id,
        pageArguments(first, after),
      );
    },
  },
  Policy: {
    id: globalId,
    code: (policy) => policy.id,
    name: nameIn,
    issuer: (policy, _args, { index }) => (policy.issuer === null ? null : departmentOf(index, policy.issuer)),
    implements: (policy, _args, { index }) => policy.implements.map((id) => policyOf(index, id)),
    interprets: (policy, _args, { index }) => policy.interprets.map((id) => policyOf(index, id)),
    measures: (policy, { first, after }, { index }) =>
      pageOf(index.measuresOf(policy.id), (measure) => measure.id, pageArguments(first, after)),
    namedIn: (policy, _args, { index }) => policy.namedIn.map((id) => measureOf(index, id)),
    targets: (policy, _args, { index }) => [...index.targetsOfPolicy(policy.id)],
    ...evidenced,
  },
  Measure: {
    id: globalId,
    code: (measure) => measure.id,
    heading: (measure, args) => textIn(measure.headingZh, measure.headingEn, args),
    chapter: (measure) => measure.chapterZh,
    chapterNumber: (measure) => measure.chapter,
    excerpt: (measure, _args, { index }) => measureExcerpt(index, measure)?.text ?? null,
    passages: (measure, _args, { index }) => [...(measureExcerpt(index, measure)?.passages ?? [])],
    namedPolicies: (measure, _args, { index }) =>
      index.map.policies.filter((policy) => policy.namedIn.includes(measure.id)),
    policy: (measure, _args, { index }) => policyOf(index, measure.policy),
    clause: (measure, _args, { index }) => index.clauseOf(measure.id) ?? null,
    appliesTo: (measure, { first, after }, { index }) =>
      pageOf(
        index.applicationsOf(measure.id),
        (application) => `${application.kind}/${application.target}/${application.term}`,
        pageArguments(first, after),
      ),
    targets: (measure, _args, { index }) => [...index.targetsOfMeasure(measure.id)],
    ...evidenced,
  },
  Clause: {
    id: globalId,
    leads: (clause, _args, { index }) => index.dutiesOfClause(clause.id).filter((duty) => duty.role === 'LEAD'),
    supports: (clause, _args, { index }) => index.dutiesOfClause(clause.id).filter((duty) => duty.role === 'SUPPORT'),
    measure: (clause, _args, { index }) => measureOf(index, clause.measure),
    ...evidenced,
  },
  Duty: {
    department: (duty, _args, { index }) => departmentOf(index, duty.department),
    measure: (duty, _args, { index }) => measureOf(index, duty.measure),
    ...evidenced,
  },
  Department: {
    id: globalId,
    code: (department) => department.id,
    name: nameIn,
    shortNames: (department) => [...department.shortNames],
    succeededBy: (department, _args, { index }) =>
      department.successor === null ? null : departmentOf(index, department.successor),
    predecessors: (department, _args, { index }) => [...index.predecessors(department.id)],
    duties: (department, { role, first, after }, { index }) => {
      const order = new Map(index.map.measures.map((measure, position) => [measure.id, position]));
      return pageOf(
        index
          .dutiesOfDepartment(department.id)
          .filter((duty) => role == null || duty.role === role)
          .toSorted((a, b) => (order.get(a.measure) ?? 0) - (order.get(b.measure) ?? 0) || a.rank - b.rank),
        (duty) => `${duty.clause}/${duty.role}/${duty.rank}`,
        pageArguments(first, after),
      );
    },
    ...evidenced,
  },
  Target: {
    id: globalId,
    code: (target) => target.id,
    subject: (target, args) => textIn(target.subjectZh, target.subjectEn, args),
    // Neither text carries a progress value, and no source of one is in the release: null, never 0 %.
    progress: () => null,
    measure: (target, _args, { index }) => (target.measure === null ? null : measureOf(index, target.measure)),
    policy: (target, _args, { index }) => policyOf(index, target.policy),
    ...evidenced,
  },
  AppliesTo: {
    target: (application, _args, { index }) => {
      const target = applicationThing(index, application.kind, application.target);
      invariant(target !== undefined, `${application.kind} ${application.target} of a measure is not in the map`);
      return target;
    },
    wholeChain: (application) => application.kind === 'CHAIN',
    ...evidenced,
  },
  MeasureReach: { reasons: (reach) => [...reach.reasons] },
  AppliesToTarget: { __resolveType: (entity) => entity.type },
  PolicyConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  MeasureConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  DepartmentConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  DutyConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  TargetConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  AppliesToConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
};
