import { computed, onUnmounted, watch } from 'vue';
import type {
  PolicyDutiesQuery,
  PolicyDutiesQueryVariables,
  PolicyMeasureQuery,
  PolicyMeasureQueryVariables,
  PolicyPlacesQuery,
  PolicyPlacesQueryVariables,
  PolicyReachQuery,
  PolicyReachQueryVariables,
  PolicyTargetsQuery,
  PolicyTargetsQueryVariables,
} from '../../api/generated/operations.ts';
import {
  PolicyDutiesOperation,
  PolicyMeasureOperation,
  PolicyPlacesOperation,
  PolicyReachOperation,
  PolicyTargetsOperation,
} from '../../api/generated/operations.ts';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { textsIn } from '../../i18n/texts.ts';
import { usePage } from '../../state/page.ts';
import {
  dutyMatrix,
  filteredChapters,
  hubOf,
  type DutyEntry,
  type DutyRole,
  type MeasureDuties,
} from './duty-matrix.ts';
import { policyParams, type Foldable } from './policy-params.ts';
import { linkChange, openIn, type Selection } from './selection.ts';

export type DepartmentNode = PolicyDutiesQuery['departments']['edges'][number]['node'];
export type PolicyNode = PolicyDutiesQuery['policies']['edges'][number]['node'];
export type TargetNode = PolicyTargetsQuery['targets']['edges'][number]['node'];
export type MeasureNode = NonNullable<PolicyMeasureQuery['measure']>;
export type ReachLine = PolicyReachQuery['measureReach'][number];
type ClauseNode = NonNullable<PolicyDutiesQuery['measures']['edges'][number]['node']['clause']>;

function dutiesOf(duties: ClauseNode['leads'], role: DutyRole): DutyEntry[] {
  return duties.map((duty) => ({
    department: duty.department.code,
    role,
    written: duty.written,
    position: duty.sources[0]?.position ?? null,
  }));
}

/** State of the view: what the link asks and what the service answers; all four boards look at one selection. */
export function usePolicy() {
  const page = usePage();
  const duties = page.resource<PolicyDutiesQuery, PolicyDutiesQueryVariables>('policy', PolicyDutiesOperation);
  const targets = page.resource<PolicyTargetsQuery, PolicyTargetsQueryVariables>('policy', PolicyTargetsOperation);
  const text = page.resource<PolicyMeasureQuery, PolicyMeasureQueryVariables>('evidence', PolicyMeasureOperation);
  const reach = page.resource<PolicyReachQuery, PolicyReachQueryVariables>('policy', PolicyReachOperation);
  const places = page.resource<PolicyPlacesQuery, PolicyPlacesQueryVariables>('chain', PolicyPlacesOperation);
  onUnmounted(() => {
    for (const resource of [duties, targets, text, reach, places]) resource.close();
  });

  const params = computed(() => policyParams(page.url.extra));
  duties.load({});
  targets.load({});
  places.load({});
  watch(
    () => params.value.measure,
    (code) => {
      if (code !== null) text.load({ code });
    },
    { immediate: true },
  );
  const reachQuestion = computed<PolicyReachQueryVariables>(() => ({
    segment: page.url.segment,
    region: page.url.region,
    park: params.value.park,
  }));
  watch(
    [reachQuestion, () => page.atlas.value !== null] as const,
    ([question, isReady]) => {
      if (isReady) reach.load(question);
    },
    { immediate: true },
  );
  for (const resource of [duties, targets, reach]) {
    watch(
      () => resource.value?.release.id,
      (id) => {
        if (id !== undefined) page.sawRelease(id);
      },
    );
  }

  const departments = computed(() => duties.value?.departments.edges.map((edge) => edge.node) ?? []);
  const policies = computed(() => duties.value?.policies.edges.map((edge) => edge.node) ?? []);
  const measures = computed<readonly MeasureDuties[]>(
    () =>
      duties.value?.measures.edges.map(({ node }) => ({
        code: node.code,
        policy: node.policy.code,
        number: node.number,
        zh: node.zh,
        en: node.en,
        isAction: node.kind === 'SPECIAL_ACTION',
        chapter: node.chapterNumber,
        chapterName: node.chapter,
        clause:
          node.clause === null
            ? null
            : {
                leadExplicit: node.clause.leadExplicit,
                duties: [...dutiesOf(node.clause.leads, 'LEAD'), ...dutiesOf(node.clause.supports, 'SUPPORT')],
              },
      })) ?? [],
  );
  const matrix = computed(() => (duties.value === null ? null : dutyMatrix(measures.value, departments.value)));
  const hub = computed(() => (matrix.value === null ? null : hubOf(matrix.value)));
  const role = computed<DutyRole | null>(() =>
    params.value.role === null ? null : params.value.role === 'lead' ? 'LEAD' : 'SUPPORT',
  );
  const department = computed(() => departments.value.find((one) => one.code === params.value.department) ?? null);
  /** A successor has no column: its predecessors' duties are what it took over. */
  const columnCodes = computed<readonly string[]>(() => {
    const body = department.value;
    if (body === null) return [];
    const own = matrix.value?.columns.some((column) => column.body.code === body.code) ?? false;
    return own ? [body.code] : body.predecessors.map((one) => one.code);
  });
  const chapters = computed(() =>
    matrix.value === null
      ? []
      : filteredChapters(matrix.value, {
          chapter: params.value.chapter,
          role: role.value,
          onlyOf: params.value.only ? (columnCodes.value[0] ?? null) : null,
        }),
  );
  const columns = computed(() => {
    const { folded } = params.value;
    return (matrix.value?.columns ?? []).filter(
      ({ body }) =>
        !(folded.includes('collectives') && body.kind === 'COLLECTIVE') &&
        !(folded.includes('hub') && body.code === hub.value?.body.code),
    );
  });

  const targetList = computed(() => targets.value?.targets.edges.map((edge) => edge.node) ?? []);
  const open = computed(() => openIn(params.value));
  /** The text of the measure that is open now; that of another one is not shown under its name. */
  const measure = computed(() => {
    const found = text.value?.measure ?? null;
    return found?.code === params.value.measure ? found : null;
  });
  const segmentNode = computed(
    () => places.value?.segments.edges.find((edge) => edge.node.code === page.url.segment)?.node ?? null,
  );
  /** Of the question asked now; the answer to another one is not shown under this one's name. */
  const reached = computed<readonly ReachLine[] | null>(() =>
    reach.value !== null && JSON.stringify(reach.key) === JSON.stringify(reachQuestion.value)
      ? reach.value.measureReach
      : null,
  );
  const reachByMeasure = computed(
    () => new Map((reached.value ?? []).map((line): [string, ReachLine] => [line.measure.code, line])),
  );

  // A link may name something that is not there: say so and select nothing.
  const drop = (kind: keyof typeof policyTexts.zh.notice.kinds, key: string, code: string): void => {
    page.notify({
      key: `policy-${key}`,
      kind: 'warning',
      text: (_texts, lang) => {
        const { notice } = textsIn(policyTexts, lang);
        return notice.unknown(notice.kinds[kind], code);
      },
    });
    page.goExtra({ [key]: null });
  };
  watch(
    [params, duties, targets, places, () => duties.value, () => targets.value, () => places.value] as const,
    () => {
      const { measure: code, department: body, target, document, park } = params.value;
      if (duties.value !== null) {
        if (code !== null && !measures.value.some((one) => one.code === code)) drop('measure', 'measure', code);
        if (body !== null && department.value === null) drop('department', 'dept', body);
        if (document !== null && !policies.value.some((one) => one.code === document))
          drop('document', 'doc', document);
      }
      if (targets.value !== null && target !== null && !targetList.value.some((one) => one.code === target)) {
        drop('target', 'goal', target);
      }
      if (places.value !== null && park !== null && !places.value.parks.edges.some(({ node }) => node.code === park)) {
        drop('park', 'park', park);
      }
    },
    { immediate: true },
  );

  return {
    page,
    duties,
    targets,
    text,
    reach,
    places,
    params,
    departments,
    policies,
    measures,
    matrix,
    hub,
    role,
    department,
    columnCodes,
    chapters,
    columns,
    targetList,
    open,
    measure,
    segmentNode,
    reached,
    reachByMeasure,
    /** A special action; those have numbers of their own. */
    isAction: (code: string): boolean => measures.value.some((one) => one.code === code && one.isAction),
    /** The document that a measure stands in. */
    policyOf: (measure: MeasureDuties): PolicyNode | null =>
      policies.value.find((one) => one.code === measure.policy) ?? null,
    pick: (to: Selection | null): void => {
      page.goExtra(linkChange(to));
    },
    /** A cell: the measure with the department marked in it. */
    pickCell: (measureCode: string, departmentCode: string): void => {
      page.goExtra({ ...linkChange({ kind: 'measure', code: measureCode }), dept: departmentCode });
    },
    close: (): void => {
      const shown = open.value;
      if (shown?.kind === 'department') page.goExtra({ dept: null, only: null });
      else page.goExtra(linkChange(null));
    },
    fold: (one: Foldable, isFolded: boolean): void => {
      const rest = params.value.folded.filter((other) => other !== one);
      const next = isFolded ? [...rest, one] : rest;
      page.goExtra({ fold: next.length === 0 ? null : next.join(',') });
    },
  };
}

export type PolicyState = ReturnType<typeof usePolicy>;
