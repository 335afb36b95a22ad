import { computed, defineComponent, ref, watch } from 'vue';
import { isPassing } from '../../api/request-fault.ts';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { prefectureOf } from '../../ui/search-target.ts';
import type { MeasureDuties } from './duty-matrix.ts';
import { textRuns, type Marked } from './text-runs.ts';
import type { MeasureNode, PolicyState } from './use-policy.ts';
import { valueWords } from './targets.ts';

type Passage = MeasureNode['passages'][number];

/** Kinds from what is shown in strongest to what is only shaded. */
const SHADED = ['CLAUSE'];

/** One measure: what the map quotes of it, with the passages marked that duties, targets and namings rest on. */
export const MeasureDetails = defineComponent(
  (props: { readonly state: PolicyState; readonly measure: MeasureDuties }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const copied = ref<boolean | null>(null);
    watch(
      () => props.measure.code,
      () => {
        copied.value = null;
      },
    );
    const node = computed(() => state.measure.value);
    const targets = computed(() => state.targetList.value.filter((one) => one.measure?.code === props.measure.code));
    const runs = computed(() => {
      const { excerpt: text, passages } = node.value ?? { excerpt: null, passages: [] };
      if (text === null) return [];
      return textRuns(
        text,
        passages.map((passage): Marked<Passage> => ({ start: passage.start, end: passage.end, about: passage })),
      );
    });
    const kinds = computed(() => {
      const found = new Set((node.value?.passages ?? []).map((passage) => passage.kind));
      return (
        ['LEAD', 'SUPPORT', 'TARGET', 'SEGMENT', 'REGION', 'ZONE', 'PARK', 'CHAIN', 'POLICY', 'ASSET', 'BODY'] as const
      ).filter((kind) => found.has(kind));
    });

    const openThing = (passage: Passage): (() => void) | null => {
      const { thing } = passage;
      if (thing.__typename === 'Department') {
        return () => {
          state.pick({ kind: 'department', code: thing.departmentCode });
        };
      }
      if (thing.__typename === 'Target') {
        return () => {
          state.pick({ kind: 'target', code: thing.targetCode });
        };
      }
      if (thing.__typename === 'Policy') {
        return () => {
          state.pick({ kind: 'document', code: thing.policyCode });
        };
      }
      if (thing.__typename === 'Segment') {
        return () => {
          page.go({ segment: thing.segmentCode });
        };
      }
      if (thing.__typename === 'Park') {
        return () => {
          page.goExtra({ park: thing.parkCode, board: 'reach' });
        };
      }
      const place =
        thing.__typename === 'Region' ? prefectureOf(thing, new Set(page.regions.map((region) => region.code))) : null;
      return place === null
        ? null
        : () => {
            page.go({ region: place });
          };
    };
    const thingName = ({ thing }: Passage): string => ('zh' in thing ? page.nameOf(thing) : '');
    const isChosen = ({ thing }: Passage): boolean =>
      (thing.__typename === 'Department' && state.columnCodes.value.includes(thing.departmentCode)) ||
      (thing.__typename === 'Segment' && thing.segmentCode === page.url.segment) ||
      (thing.__typename === 'Region' && thing.divisionCode === page.url.region);

    const passageWords = (passage: Passage): string => {
      const name = thingName(passage);
      const kind = texts.value.drawer.passage[passage.kind];
      return `${kind}${name === '' ? '' : `: ${name}`} · ${texts.value.position(passage.position)}`;
    };
    const text = () => {
      const { drawer } = texts.value;
      if (node.value === null) {
        const { fault } = state.text;
        return fault !== null && !isPassing(fault) ? (
          <p class="part-failed" role="alert">
            {faultWithId(page.texts, fault)}
          </p>
        ) : (
          <p class="quiet" role="status">
            {drawer.loading}
          </p>
        );
      }
      if (node.value.excerpt === null) return <p class="quiet">{drawer.textMissing}</p>;
      return (
        <blockquote class="pv-text" lang="zh-CN">
          {runs.value.map((run) => {
            // The innermost passage says what the words are; what surrounds it shades them.
            const inner = [...run.marks].reverse().find((mark) => !SHADED.includes(mark.about.kind));
            const shades = {
              'pv-in-clause': run.marks.some((mark) => mark.about.kind === 'CLAUSE'),
              'pv-in-target': run.marks.some((mark) => mark.about.kind === 'TARGET'),
            };
            if (inner === undefined) {
              return (
                <span key={run.start} class={shades}>
                  {run.text}
                </span>
              );
            }
            const others = run.marks.filter((mark) => !SHADED.includes(mark.about.kind));
            const chosen = others.find((mark) => isChosen(mark.about)) ?? inner;
            const open = openThing(chosen.about);
            const attributes = {
              class: [
                'pv-passage',
                chosen.about.kind.toLowerCase(),
                { ...shades, chosen: others.some((mark) => isChosen(mark.about)) },
              ],
              title: others.map((mark) => passageWords(mark.about)).join('\n'),
            };
            // Not a button element: that would stand in the line as a box and could not be broken.
            return open === null ? (
              <span key={run.start} {...attributes}>
                {run.text}
              </span>
            ) : (
              <span
                key={run.start}
                {...attributes}
                role="button"
                tabindex={0}
                onClick={open}
                onKeydown={(event: KeyboardEvent) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  event.preventDefault();
                  open();
                }}
              >
                {run.text}
              </span>
            );
          })}
        </blockquote>
      );
    };
    const bodies = (role: 'LEAD' | 'SUPPORT') =>
      (props.measure.clause?.duties ?? [])
        .filter((duty) => duty.role === role)
        .map((duty, index, all) => (
          <span key={`${duty.department}${duty.role}`}>
            <button
              type="button"
              class={['link-button', { 'pv-chosen': state.columnCodes.value.includes(duty.department) }]}
              title={duty.position === null ? undefined : texts.value.position(duty.position)}
              onClick={() => {
                state.pick({ kind: 'department', code: duty.department });
              }}
            >
              {duty.written}
            </button>
            {index < all.length - 1 ? '、' : ''}
          </span>
        ));
    const issuer = computed(() => {
      const made = state.policyOf(props.measure)?.issuer ?? null;
      return made === null ? '' : page.nameOf(made);
    });
    const twice = computed(() => {
      const duties = props.measure.clause?.duties ?? [];
      return duties
        .filter(
          (duty) =>
            duty.role === 'SUPPORT' &&
            duties.some((other) => other.department === duty.department && other.role === 'LEAD'),
        )
        .map((duty) => duty.written);
    });
    const dutiesBlock = () => {
      const { drawer } = texts.value;
      const { clause } = props.measure;
      if (clause === null) return <p class="duty">{drawer.noClause(issuer.value)}</p>;
      const leads = bodies('LEAD');
      const supports = bodies('SUPPORT');
      return (
        <>
          <dl class="duties" lang="zh-CN">
            <div>
              <dt lang={page.lang}>
                <span class="pv-mark lead" /> {drawer.lead}
              </dt>
              <dd>{leads.length === 0 ? <span lang={page.lang}>{drawer.noLead}</span> : leads}</dd>
            </div>
            {supports.length === 0 ? null : (
              <div>
                <dt lang={page.lang}>
                  <span class="pv-mark support" /> {drawer.support}
                </dt>
                <dd>{supports}</dd>
              </div>
            )}
          </dl>
          {twice.value.map((name) => (
            <p key={name} class="quiet duties">
              <span class="pv-written">{drawer.twice(name)}</span>
            </p>
          ))}
        </>
      );
    };
    const neighbour = (step: -1 | 1): MeasureDuties | null => {
      const order = state.matrix.value?.chapters.flatMap((chapter) => chapter.rows.map((row) => row.measure)) ?? [];
      const index = order.findIndex((one) => one.code === props.measure.code);
      return order[index + step] ?? null;
    };
    const step = (to: MeasureDuties | null, label: string) => (
      <button
        type="button"
        class="plain-button small"
        disabled={to === null}
        title={to === null ? undefined : `${to.number} ${page.nameOf(to)}`}
        onClick={() => {
          if (to !== null) state.pick({ kind: 'measure', code: to.code });
        }}
      >
        {label}
      </button>
    );

    return () => {
      const { drawer } = texts.value;
      const { measure } = props;
      const source = node.value?.sources[0];
      return (
        <div class="details pv-details">
          <header class="drawer-head">
            <div class="drawer-title">
              <h2>{measure.isAction ? texts.value.action(measure.number) : texts.value.measure(measure.number)}</h2>
              <span class="drawer-other" />
              <button type="button" class="close-button" aria-label={drawer.close} onClick={state.close}>
                ✕
              </button>
            </div>
            <p class="pv-title">{page.nameOf(measure)}</p>
            {measure.chapter === null ? null : (
              <p class="drawer-place measure-heading">
                {texts.value.chapterName(measure.chapter, measure.chapterName ?? '')}
              </p>
            )}
          </header>
          <section>
            <h3>{drawer.duties}</h3>
            {dutiesBlock()}
          </section>
          <section>
            <h3>{drawer.text}</h3>
            {text()}
            <p class="quiet">{drawer.textNote}</p>
            {source === undefined ? null : (
              <p class="pv-evidence">
                <EvidenceLine evidence={source} />
                <span class="quote-place">{texts.value.position(source.position ?? '')}</span>
              </p>
            )}
            {kinds.value.length === 0 ? null : (
              <p class="pv-key" aria-label={drawer.marked}>
                {kinds.value.map((kind) => (
                  <span key={kind} class={['pv-passage', kind.toLowerCase()]}>
                    {drawer.passage[kind]}
                  </span>
                ))}
              </p>
            )}
          </section>
          <section>
            <h3>{drawer.targets}</h3>
            {targets.value.length === 0 ? (
              <p class="quiet">{drawer.noTargets}</p>
            ) : (
              <ul class="facts">
                {targets.value.map((target) => (
                  <li key={target.code}>
                    <button
                      type="button"
                      class="link-button"
                      onClick={() => {
                        state.pick({ kind: 'target', code: target.code });
                      }}
                    >
                      {page.nameOf(target)}
                    </button>{' '}
                    {valueWords(
                      target,
                      state.targetList.value,
                      (value) => page.numbers.count(value),
                      texts.value.value,
                    )}
                    {target.year === null ? '' : ` · ${texts.value.targets.year(target.year)}`}
                    {target.progress === null ? ` · ${texts.value.targets.noProgress}` : ''}
                  </li>
                ))}
              </ul>
            )}
          </section>
          {(node.value?.namedPolicies ?? []).length === 0 ? null : (
            <section>
              <h3>{drawer.named}</h3>
              <p class="pv-chips">
                {node.value?.namedPolicies.map((policy) => (
                  <button
                    key={policy.code}
                    type="button"
                    class="neighbour"
                    title={texts.value.documents.kind[policy.kind]}
                    onClick={() => {
                      state.pick({ kind: 'document', code: policy.code });
                    }}
                  >
                    {page.nameOf(policy)}
                  </button>
                ))}
              </p>
            </section>
          )}
          <section class="next-steps">
            {step(neighbour(-1), drawer.prev)}
            {step(neighbour(1), drawer.next)}
            <button
              type="button"
              class="plain-button small"
              disabled={node.value?.excerpt == null}
              onClick={() => {
                const words = `${node.value?.excerpt ?? ''}\n${source?.source.title ?? ''}，${source?.source.date ?? ''}，${texts.value.position(source?.position ?? '')}`;
                void copyText(words).then((done) => {
                  copied.value = done;
                });
              }}
            >
              {copied.value === null ? drawer.copy : copied.value ? drawer.copied : drawer.copyByHand}
            </button>
          </section>
        </div>
      );
    };
  },
  { name: 'MeasureDetails', props: ['state', 'measure'] },
);
