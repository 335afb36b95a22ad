import { computed, defineComponent } from 'vue';
import type { EvidenceLineFragment } from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { GapChip } from '../../ui/gap-chip.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { nameInSentence } from '../relocation/sentence-words.ts';
import { citations } from './citations.ts';
import { planSections, type PlanLine, type PlanSection, type PlanSectionName } from './plan-lines.ts';
import type { Targets } from './use-targets.ts';

/** The sheet of the firm of the link as lines; null while something of it is on its way, or there is no such firm. */
export function planOf(state: Targets): readonly PlanSection[] | null {
  const { page } = state;
  const details = state.shownDetails.value;
  const place = state.shownPlace.value;
  const firm = details?.firm ?? null;
  if (details === null || firm === null || place === null) return null;
  return planSections(
    { details, firm, place, candidateCount: state.answer.value?.candidateCount ?? 0 },
    {
      texts: page.textsOf(targetsTexts),
      shell: page.texts,
      relocation: page.textsOf(relocationTexts),
      numbers: page.numbers,
      nameOf: (thing) => page.nameOf(thing),
      inSentence: (name) => nameInSentence(name, page.lang),
    },
  );
}

/** One firm, one plan: a page to print, each line with its source, and what is not known said as such. */
export const PlanSheet = defineComponent(
  (props: { readonly state: Targets }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(targetsTexts));
    const sections = computed(() => planOf(state));
    // Sources are numbered in the order in which the lines use them.
    const cited = computed(() => {
      const book = citations<EvidenceLineFragment>();
      const numbers = new Map<PlanLine, readonly number[]>();
      for (const section of sections.value ?? []) {
        for (const group of section.groups) {
          for (const line of group.lines) {
            if (typeof line.sources !== 'string') numbers.set(line, book.cite(line.sources));
          }
        }
      }
      return { numbers, list: book.list() };
    });

    const citation = (line: PlanLine) => {
      const { plan } = texts.value;
      if (line.sources === 'none') return null;
      const numbers = cited.value.numbers.get(line) ?? [];
      if (numbers.length === 0) {
        return <span class="tg-cite">[{line.sources === 'computed' ? plan.computed : plan.noSource}]</span>;
      }
      return numbers.map((number) => (
        <a key={number} class="tg-cite" href={`#tg-source-${String(number)}`} aria-label={plan.cite(number)}>
          [{number}]
        </a>
      ));
    };
    const section = (name: PlanSectionName) => {
      const found = sections.value?.find((one) => one.name === name);
      if (found === undefined) return null;
      const grade = state.shownDetails.value?.targetFirms.gap.grade;
      return (
        <section key={name} class={`tg-plan-${name}`}>
          <h3>
            {found.title} {name === 'gap' && grade !== undefined ? <GapChip gapGrade={grade} /> : null}
          </h3>
          {found.groups.length === 0 ? <p class="tg-quiet">{found.empty}</p> : null}
          {found.groups.map((group) => (
            <div key={group.heading ?? ''}>
              {group.heading === null ? null : <h4>{group.heading}</h4>}
              <ul class="tg-plan-lines">
                {group.lines.map((line) => (
                  <li key={line.key}>
                    {line.lead === '' ? null : <b>{line.lead} </b>}
                    {line.text} {citation(line)}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      );
    };
    const sources = () => (
      <section>
        <h3>{texts.value.plan.sources}</h3>
        <ol class="tg-plan-sources">
          {cited.value.list.map((evidence, index) => (
            <li key={evidence.source.id} id={`tg-source-${String(index + 1)}`}>
              [{index + 1}] <EvidenceLine evidence={evidence} />{' '}
              {evidence.source.publisher === null ? null : <span class="tg-quiet">{evidence.source.publisher}</span>}
            </li>
          ))}
        </ol>
      </section>
    );
    const tools = () => {
      const { plan } = texts.value;
      return (
        <div class="tg-list-head tg-no-print">
          <button
            type="button"
            class="plain-button small"
            onClick={() => {
              state.openPlan(null);
            }}
          >
            ← {plan.back}
          </button>
          <span class="tool-space" />
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              window.print();
            }}
          >
            {plan.print}
          </button>
        </div>
      );
    };
    /** What stands there while there is no sheet: why not, or that it is on its way. */
    const instead = () => {
      const { details } = texts.value;
      const { fault } = state.details;
      const found = state.shownDetails.value;
      if (found !== null && found.firm === null) return <p class="tg-empty">{details.noFirm}</p>;
      const broken = [fault, state.place.fault].find((one) => one !== null && !isPassing(one)) ?? null;
      if (broken === null) return <Skeleton />;
      return (
        <p class="part-failed" role="alert">
          {details.failed}：{faultWithId(page.texts, broken)}
        </p>
      );
    };

    return () => {
      const { plan } = texts.value;
      const found = state.shownDetails.value;
      const firm = found?.firm ?? null;
      if (found === null || firm === null || sections.value === null) {
        return (
          <div class="tg-plan">
            {tools()}
            {instead()}
          </div>
        );
      }
      const { region, release, caution } = found.targetFirms;
      const name = page.nameOf(firm);
      return (
        <article class="tg-plan" aria-label={plan.label(name)}>
          {tools()}
          <p class="tg-quiet">{plan.title}</p>
          <h2>{plan.heading(name, page.nameOf({ zh: region.fullZh, en: region.fullEn }))}</h2>
          {firm.segments.length === 0 || firm.places.length === 0 ? <p class="tg-quiet">{plan.short}</p> : null}
          <div class="tg-plan-columns">
            <div>{(['profile', 'gap', 'fit'] as const).map(section)}</div>
            <div>{(['mates', 'parks'] as const).map(section)}</div>
          </div>
          {section('measures')}
          <div class="tg-plan-columns">
            <div>{section('unknowns')}</div>
            <div>{section('next')}</div>
          </div>
          {sources()}
          <p class="tg-quiet">
            {plan.release(release.id, page.numbers.day(release.at))} {caution}
          </p>
        </article>
      );
    };
  },
  { name: 'PlanSheet', props: ['state'] },
);
