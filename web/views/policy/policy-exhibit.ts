import { PolicyDutiesOperation, PolicyReachOperation, PolicyTargetsOperation } from '../../api/generated/operations.ts';
import type { policyZh } from '../../i18n/policy.zh-CN.ts';
import type { SameTexts } from '../../i18n/texts.ts';
import type { Exhibit, ExhibitGraph, ExhibitTable } from '../../state/exhibit.ts';
import { marksIn } from './duty-matrix.ts';
import { matrixPicture } from './matrix-picture.ts';
import type { Piece } from './selection.ts';
import { valueWords, type TargetGroup } from './targets.ts';
import type { PolicyState, TargetNode } from './use-policy.ts';

type Texts = SameTexts<typeof policyZh>;

/** What the view shows at this moment, for exports and prints. */
export function policyExhibit(
  state: PolicyState,
  groups: readonly TargetGroup<TargetNode>[],
  pieces: readonly Piece[],
  texts: Texts,
): Exhibit {
  const { page, params } = state;
  const { board } = params.value;
  const answer = pieces.map((piece) => piece.text).join('');
  return {
    fileStem: texts.exhibit[board],
    title: texts.board[board],
    answer: answer === '' ? null : answer,
    filters: filtersOf(state, texts),
    table: tableOf(state, groups, texts),
    // The drawing has one row a measure; what is shown by chapter or as a list is in the table.
    picture:
      board === 'duties' && page.url.mode !== 'table' && !params.value.byChapter
        ? matrixPicture(state, texts, answer)
        : null,
    graph: board === 'duties' ? graphOf(state) : null,
    queries:
      board === 'targets'
        ? [
            { text: PolicyTargetsOperation.text, variables: {} },
            { text: PolicyDutiesOperation.text, variables: {} },
          ]
        : board === 'reach'
          ? [
              { text: PolicyReachOperation.text, variables: { ...state.reach.key } },
              { text: PolicyDutiesOperation.text, variables: {} },
            ]
          : [{ text: PolicyDutiesOperation.text, variables: {} }],
    sources: [
      ...new Set(
        state.policies.value.flatMap((policy) =>
          policy.sources.map(({ source }) =>
            texts.exhibit.source(source.title, source.publisher ?? '', source.date ?? ''),
          ),
        ),
      ),
    ],
  };

  function filtersOf({ params: asked }: PolicyState, words: Texts): Exhibit['filters'] {
    const { tools, chapterShort, actionsShort, targets } = words;
    const { chapter, role, due, only } = asked.value;
    const body = state.department.value;
    const has = (label: string, value: string | null) => (value === null ? [] : [{ label, value }]);
    if (board === 'duties') {
      return [
        ...has(tools.department, body === null ? null : `${page.nameOf(body)}${only ? ` · ${tools.only}` : ''}`),
        ...has(tools.role, role === null ? null : role === 'lead' ? tools.roleLead : tools.roleSupport),
        ...has(tools.chapter, chapter === null ? null : chapter === 0 ? actionsShort : chapterShort(chapter)),
      ];
    }
    if (board === 'targets') {
      return [
        ...has(tools.due, due === null ? null : due === 'none' ? targets.undated : targets.year(due)),
        ...has(tools.department, body === null || !only ? null : targets.onlyDepartment(page.nameOf(body))),
      ];
    }
    if (board === 'reach') {
      const park = state.places.value?.parks.edges.find(({ node }) => node.code === asked.value.park)?.node;
      return [
        ...has(tools.segment, state.segmentNode.value === null ? null : page.nameOf(state.segmentNode.value)),
        ...has(page.texts.tools.region, page.region === null ? null : page.nameOf(page.region)),
        ...has(tools.park, park === undefined ? null : page.nameOf(park)),
      ];
    }
    return [];
  }
}

function tableOf(state: PolicyState, groups: readonly TargetGroup<TargetNode>[], texts: Texts): ExhibitTable {
  const { page } = state;
  const text = (key: string, title: string) => ({ key, title, kind: 'text' as const });
  const number = (key: string, title: string) => ({ key, title, kind: 'number' as const });
  const { list, targets, reach, documents } = texts;
  const leadsOf = (code: string | undefined): string =>
    (state.measures.value.find((one) => one.code === code)?.clause?.duties ?? [])
      .filter((duty) => duty.role === 'LEAD')
      .map((duty) => duty.written)
      .join('、');
  switch (state.params.value.board) {
    case 'duties':
      return {
        columns: [
          text('code', texts.exhibit.code),
          number('number', list.number),
          text('heading', list.heading),
          text('chapter', list.chapter),
          text('role', list.role),
          text('department', list.body),
          text('written', list.written),
          text('position', list.position),
        ],
        rows: state.chapters.value.flatMap((chapter) =>
          chapter.rows.flatMap((row) => {
            const { measure } = row;
            const start = [measure.code, measure.number, page.nameOf(measure), measure.chapterName];
            const { only } = state.params.value;
            const duties = state.columns.value
              .filter(
                ({ body }) =>
                  !only || state.columnCodes.value.length === 0 || state.columnCodes.value.includes(body.code),
              )
              .flatMap(({ body }) => marksIn(row, body.code, state.role.value).map((duty) => ({ body, duty })));
            if (duties.length === 0) {
              return [[...start, measure.clause === null ? list.noClause : null, null, null, null]];
            }
            return duties.map(({ body, duty }) => [
              ...start,
              texts.role[duty.role],
              page.nameOf(body),
              duty.written,
              duty.position,
            ]);
          }),
        ),
      };
    case 'targets':
      return {
        columns: [
          text('code', texts.exhibit.code),
          number('measure', list.number),
          text('subject', targets.subject),
          text('value', targets.value),
          text('wording', targets.wording),
          number('year', texts.tools.due),
          text('lead', targets.lead),
          number('progress', targets.progress),
          text('progressState', `${targets.progress} *`),
        ],
        rows: groups.flatMap((group) =>
          group.targets.map((target) => [
            target.code,
            target.measure?.number ?? null,
            page.nameOf(target),
            valueWords(target, state.targetList.value, (value) => page.numbers.count(value), texts.value),
            target.wording,
            target.year,
            leadsOf(target.measure?.code) === '' ? null : leadsOf(target.measure?.code),
            target.progress?.value ?? null,
            target.progress === null
              ? group.isPast
                ? targets.pastNoData
                : targets.noProgress
              : (target.progress.period ?? ''),
          ]),
        ),
      };
    case 'reach':
      return {
        columns: [
          text('code', texts.exhibit.code),
          number('number', list.number),
          text('heading', list.heading),
          text('how', reach.how_),
          text('target', reach.target),
          text('words', reach.words),
          text('position', list.position),
          text('lead', reach.lead),
        ],
        rows: (state.reached.value ?? []).flatMap((line) => {
          const measure = state.measures.value.find((one) => one.code === line.measure.code);
          return line.reasons.map(({ how, application }) => [
            line.measure.code,
            measure?.number ?? null,
            measure === undefined ? null : page.nameOf(measure),
            reach.how[how],
            page.nameOf(application.target),
            application.term,
            application.sources[0]?.position ?? null,
            leadsOf(line.measure.code) === '' ? null : leadsOf(line.measure.code),
          ]);
        }),
      };
    case 'documents':
      return {
        columns: [
          text('code', texts.exhibit.code),
          text('kind', texts.drawer.about),
          text('name', documents.name),
          text('number', documents.number),
          text('date', documents.date),
          text('issuer', documents.issuer),
          text('namedIn', documents.namedIn),
        ],
        rows: state.policies.value.map((policy) => [
          policy.code,
          documents.kind[policy.kind],
          page.nameOf(policy),
          policy.number,
          policy.date,
          policy.issuer === null ? null : page.nameOf(policy.issuer),
          policy.namedIn.map((measure) => measure.code).join(' '),
        ]),
      };
  }
}

function graphOf(state: PolicyState): ExhibitGraph {
  const { page } = state;
  const rows = state.chapters.value.flatMap((chapter) => chapter.rows);
  return {
    nodes: [
      ...rows.map(({ measure }) => ({
        id: measure.code,
        label: `${measure.number} ${page.nameOf(measure)}`,
        attributes: { type: 'Measure', number: measure.number, chapter: measure.chapter },
      })),
      ...state.columns.value.map(({ body, leads, supports }) => ({
        id: body.code,
        label: page.nameOf(body),
        attributes: { type: 'Department', kind: body.kind, leads, supports },
      })),
    ],
    links: rows.flatMap((row) =>
      state.columns.value.flatMap(({ body }) =>
        marksIn(row, body.code, state.role.value).map((duty) => ({
          id: `${row.measure.code}-${duty.role}-${body.code}`,
          from: row.measure.code,
          to: body.code,
          attributes: { role: duty.role, written: duty.written, position: duty.position },
        })),
      ),
    ),
  };
}
