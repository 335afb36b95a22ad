import { computed, defineComponent, onUnmounted, ref, watch } from 'vue';
import type { CellContextQuery, CellContextQueryVariables } from '../../api/generated/operations.ts';
import { CellContextOperation } from '../../api/generated/operations.ts';
import type { RequestFault } from '../../api/request-fault.ts';
import { isPassing } from '../../api/request-fault.ts';
import type { AtlasRegion } from '../../state/page.ts';
import { usePage } from '../../state/page.ts';
import { copyText } from '../../ui/copy-text.ts';
import { coveringFirst, EvidenceLine, evidenceWords } from '../../ui/evidence-line.tsx';
import { GapChip } from '../../ui/gap-chip.tsx';
import { hasView } from '../registry.ts';
import { CutButtons } from './cut-buttons.tsx';
import type { DrawerMemory } from './drawer-memory.ts';
import { contextWanted } from './drawer-memory.ts';
import { FirmList } from './firm-list.tsx';
import type { CellEvidence, ChainMember, GapCell } from './gap-cell.ts';
import { actionText, cellLine } from './gap-cell.ts';
import { PartFailed } from './part-failed.tsx';
import { isMeasure, PolicyBasis } from './policy-basis.tsx';
import { SeverityBlock } from './severity-block.tsx';

/** Classes that a place wants filled; the others it could give away. */
const WANTS_IN: ReadonlySet<GapCell['grade']> = new Set(['MISSING', 'LIKELY_MISSING', 'SHORT', 'THIN']);

/** Everything that is known of one segment in one place, and what is not. */
export const SegmentDetails = defineComponent(
  (props: {
    readonly member: ChainMember;
    readonly cell: GapCell;
    readonly evidence: CellEvidence | null;
    /** Why the facts are missing; null while they are not. */
    readonly evidenceFault: RequestFault | null;
    readonly onRetryEvidence: () => void;
    readonly region: AtlasRegion;
    /** Segments that this one can be folded into. */
    readonly folds: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
    readonly memory: DrawerMemory;
    readonly onPick: (code: string | null) => void;
    readonly onToggle: (code: string, how: 'expand' | 'collapse') => void;
  }) => {
    const page = usePage();
    const copied = ref(false);
    const context = page.resource<CellContextQuery, CellContextQueryVariables>('context', CellContextOperation);
    onUnmounted(() => {
      context.close();
    });
    const wanted = computed(() => contextWanted(props.cell, page.lang));
    watch(
      () => JSON.stringify([wanted.value, props.member.code, props.region.code]),
      () => {
        const key = wanted.value;
        copied.value = false;
        if (props.memory.context.recall(key) === null) context.load(key);
      },
      { immediate: true },
    );
    // What came for another segment is not shown for this one.
    const ready = computed(
      () =>
        props.memory.context.recall(wanted.value) ??
        (JSON.stringify(context.key) === JSON.stringify(wanted.value) ? context.value : null),
    );
    const family = computed(
      () =>
        new Set([
          props.member.code,
          ...props.member.ancestors.map((ancestor) => ancestor.code),
          ...props.member.leaves.map((leaf) => leaf.code),
        ]),
    );

    const industryText = (member: ChainMember): string => {
      const { drawer } = page.texts.chain;
      const list = (industries: ChainMember['industries']): string =>
        industries.map((industry) => (industry.part ? drawer.partCode(industry.code) : industry.code)).join(' ');
      if (member.industries.length > 0) return drawer.codes(list(member.industries));
      const below = member.leaves.flatMap((leaf) => leaf.industries);
      return below.length > 0 ? drawer.codesBelow(list(below)) : drawer.noCode;
    };
    const waiting = () => <div class="skeleton-line" role="status" aria-label={page.texts.state.loading} />;
    const heading = () => {
      const { member, cell, region } = props;
      const { drawer } = page.texts.chain;
      const codes = industryText(member);
      return (
        <header class="drawer-head">
          <div class="drawer-title">
            <h2>{page.nameOf(member)}</h2>
            <span class="drawer-other">
              {page.lang === 'en' ? member.zh : member.en} · {member.code}
            </span>
            <button
              type="button"
              class="close-button"
              aria-label={page.texts.state.closeDrawer}
              onClick={() => {
                props.onPick(null);
              }}
            >
              ✕
            </button>
          </div>
          <p class="drawer-place">
            {page.nameOf({ zh: region.fullZh, en: region.fullEn })} · {codes}
          </p>
          <p class="drawer-state">
            <GapChip gapGrade={cell.grade} />
            <span>
              {drawer.action} <b>{actionText(page.texts, cell)}</b>
            </span>
          </p>
          <p class="drawer-line">
            {cellLine(page.texts, page.numbers, cell)}
            {cell.grade !== 'NO_DATA' || cell.reason === null || !(cell.reason in page.texts.chain.unknownReason)
              ? null
              : ` · ${page.texts.chain.unknownReason[cell.reason as keyof typeof page.texts.chain.unknownReason]}`}
          </p>
          {cell.flags.length === 0 ? null : (
            <p class="drawer-flags">
              {drawer.flags} {cell.flags.map((flag) => page.texts.gapFlag[flag]).join(page.texts.chain.answer.join)}
            </p>
          )}
          <CutButtons member={member} folds={props.folds} onToggle={props.onToggle} />
        </header>
      );
    };
    const why = () => {
      const { drawer } = page.texts.chain;
      const { evidence } = props;
      if (props.evidenceFault !== null) {
        return (
          <PartFailed
            part={page.texts.fault.parts.evidence}
            fault={props.evidenceFault}
            onRetry={props.onRetryEvidence}
          />
        );
      }
      if (evidence === null) return waiting();
      if (evidence.facts.length === 0) return <p class="quiet">{drawer.noFacts}</p>;
      return (
        <ul class="facts">
          {evidence.facts.map((fact) => (
            <li key={fact.text}>
              <p>{fact.text}</p>
              {fact.sources.length === 0 ? <span class="evidence none">{drawer.noSource}</span> : null}
              {coveringFirst(fact.sources)
                .slice(0, 2)
                .map((source) => (
                  <EvidenceLine key={`${source.source.id} ${source.position ?? ''}`} evidence={source} />
                ))}
            </li>
          ))}
        </ul>
      );
    };
    const neighbours = () => {
      const { drawer } = page.texts.chain;
      const list = props.evidence?.neighbours ?? [];
      const line = (direction: 'UP' | 'DOWN', label: string) => {
        const mates = list.filter((neighbour) => neighbour.direction === direction);
        if (mates.length === 0) return null;
        return (
          <div>
            <dt>{label}</dt>
            <dd>
              {mates.map((mate) => (
                <button
                  key={mate.segment.code}
                  type="button"
                  class="neighbour"
                  onClick={() => {
                    props.onPick(mate.segment.code);
                  }}
                >
                  {page.nameOf(mate.segment)}{' '}
                  <b>{mate.firms === null ? page.texts.cellState[mate.state] : page.numbers.count(mate.firms)}</b>
                </button>
              ))}
            </dd>
          </div>
        );
      };
      if (props.evidence === null) return null;
      return (
        <section key="neighbours">
          <h3>{drawer.neighbours}</h3>
          {list.length === 0 ? (
            <p class="quiet">{drawer.noNeighbours}</p>
          ) : (
            <dl class="neighbours">
              {line('UP', drawer.upstream)}
              {line('DOWN', drawer.downstream)}
            </dl>
          )}
        </section>
      );
    };
    const contextPart = (render: (value: CellContextQuery) => unknown) => {
      if (ready.value !== null) return render(ready.value);
      if (context.fault !== null && !isPassing(context.fault)) {
        return (
          <PartFailed
            part={page.texts.fault.parts.context}
            fault={context.fault}
            onRetry={() => {
              context.reload();
            }}
          />
        );
      }
      return waiting();
    };
    const policy = () => {
      const { drawer } = page.texts.chain;
      if (props.cell.measures.length === 0) return <p class="quiet">{drawer.noPolicy}</p>;
      return contextPart((value) => (
        <PolicyBasis measures={value.nodes.filter(isMeasure)} segments={family.value} region={props.region.code} />
      ));
    };
    const unknowns = () => {
      const parts = props.evidence?.severity.components.filter((part) => part.state === 'UNKNOWN') ?? [];
      if (parts.length === 0) return null;
      return (
        <section key="unknowns">
          <h3>{page.texts.chain.drawer.unknowns}</h3>
          <ul class="unknowns">
            {parts.map((part) => (
              <li key={part.name}>
                <b>{part.label}</b>
                {part.facts.map((fact) => ` ${fact.text}`)}
              </li>
            ))}
          </ul>
        </section>
      );
    };
    const copy = async (): Promise<void> => {
      const { cell, member, region, evidence } = props;
      const coverage = page.texts.chain.cells.coverage;
      const lines = [
        `${page.nameOf({ zh: region.fullZh, en: region.fullEn })} · ${page.nameOf(member)} · ${page.texts.gapGrade[cell.grade]} · ${cellLine(page.texts, page.numbers, cell)}`,
        ...(evidence?.facts ?? []).map(
          (fact) =>
            `- ${fact.text} [${fact.sources.map((source) => evidenceWords(source, (kind) => coverage[kind])).join('; ')}]`,
        ),
        `${page.texts.top.release} ${page.release?.id ?? ''}`,
        page.link(),
      ];
      copied.value = await copyText(lines.join('\n'));
    };
    const next = () => {
      const { drawer } = page.texts.chain;
      const incoming = WANTS_IN.has(props.cell.grade);
      return (
        <section key="next">
          <h3>{drawer.next}</h3>
          <div class="next-steps">
            {hasView('relocation') ? (
              <button
                type="button"
                class="plain-button primary"
                onClick={() => {
                  page.go({
                    view: 'relocation',
                    segment: props.member.code,
                    extra: incoming ? { to: props.region.code } : { from: props.region.code },
                  });
                }}
              >
                {incoming ? drawer.incoming : drawer.outgoing}
              </button>
            ) : null}
            {hasView('targets') ? (
              <button
                type="button"
                class="plain-button"
                onClick={() => {
                  page.go({ view: 'targets', segment: props.member.code, region: props.region.code, extra: {} });
                }}
              >
                {drawer.targets}
              </button>
            ) : null}
            <button type="button" class="plain-button" onClick={() => void copy()}>
              <span aria-live="polite">{copied.value ? drawer.copied : drawer.copy}</span>
            </button>
          </div>
        </section>
      );
    };

    return () => {
      const { drawer } = page.texts.chain;
      // Keys, because sections come as their answers do: without them one section's parts are made into another's.
      return (
        <div class="details">
          {heading()}
          {props.cell.grade === 'NO_DEMAND' ? null : (
            <SeverityBlock cell={props.cell} evidence={props.evidence} place={page.nameOf(props.region)} />
          )}
          <section key="why">
            <h3>{drawer.why}</h3>
            {why()}
          </section>
          {neighbours()}
          <section key="policy">
            <h3>{drawer.policy}</h3>
            {policy()}
          </section>
          <section key="firms">
            <h3>{drawer.firms}</h3>
            <FirmList segment={props.member.code} region={props.region.code} memory={props.memory.firms} />
          </section>
          {unknowns()}
          {next()}
        </div>
      );
    };
  },
  {
    name: 'SegmentDetails',
    props: [
      'member',
      'cell',
      'evidence',
      'evidenceFault',
      'onRetryEvidence',
      'region',
      'folds',
      'memory',
      'onPick',
      'onToggle',
    ],
  },
);
