import { computed, defineComponent } from 'vue';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { nameInSentence } from './sentence-words.ts';
import { arrangeLot } from './lot-arrangement.ts';
import { ZONES } from './relocation-params.ts';
import { layoutSankey } from './sankey-layout.ts';
import type { Relocation } from './use-relocation.ts';

const OPEN = 'OPEN';
const SIZE = { width: 640, height: 120, left: 120, right: 520, block: 10, gap: 3 } as const;
/** Lowest band that holds its own label, px. */
const LABELLED = 15;

/** Where the lot ends up, by zone; only where a lot was stated, since a score is no amount. */
export const LotSankey = defineComponent(
  (props: { readonly state: Relocation }) => {
    const { state } = props;
    const { page } = state;
    const arrangement = computed(() => {
      // The lot of the answer, not of the input, so that picture and answer are of one question.
      const landHa = state.paths.key?.lot?.landHa ?? null;
      if (landHa === null) return null;
      const byCode = new Map(state.ranked.value.map((one) => [one.candidate.code, one.candidate] as const));
      const lot = arrangeLot(
        state.ranked.value
          .filter((one) => one.candidate.feasibility !== 'BLOCKED')
          .map(({ candidate }) => ({
            code: candidate.code,
            feasibility: candidate.feasibility,
            landShare: candidate.components.find((part) => part.name === 'park')?.value ?? null,
          })),
        landHa,
      );
      const parts = lot.parts.map((part) => {
        const candidate = part.code === null ? undefined : byCode.get(part.code);
        return { id: part.code ?? OPEN, group: candidate?.zone ?? OPEN, ha: part.ha, candidate };
      });
      return { landHa, lot, parts, layout: layoutSankey(parts, [...ZONES, OPEN], SIZE) };
    });

    return () => {
      const made = arrangement.value;
      const { answer } = state;
      if (made?.layout == null || answer.value === null) return null;
      const texts = page.textsOf(relocationTexts);
      const { lot } = texts;
      const { layout } = made;
      const origin = page.nameOf(answer.value.from);
      const amount = (ha: number): string =>
        new Intl.NumberFormat(page.lang === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 1 }).format(ha);
      const nameOfPart = (id: string): string => {
        const candidate = made.parts.find((part) => part.id === id)?.candidate;
        return candidate === undefined ? lot.open : page.nameOf(candidate.name);
      };
      const zoneWords: Readonly<Record<string, string>> = texts.zone;
      const zoneName = (zone: string): string => zoneWords[zone] ?? lot.open;
      const words = made.parts.map((part) => lot.part(nameOfPart(part.id), amount(part.ha))).join(texts.details.join);
      const verify = made.lot.toVerify
        .map((code) => state.ranked.value.find((one) => one.candidate.code === code))
        .map((one) => (one === undefined ? '' : page.nameOf(one.candidate.name)))
        .join(texts.details.join);
      return (
        <section class="rl-lot">
          <h2>
            {lot.title(nameInSentence(page.nameOf(answer.value.segment), page.lang), amount(made.landHa))}{' '}
            <span class="rl-quiet">{lot.note}</span>
          </h2>
          {made.parts.every((part) => part.candidate === undefined) ? (
            <p>{lot.nothing(amount(made.landHa))}</p>
          ) : (
            <svg viewBox={`0 0 ${String(SIZE.width)} ${String(SIZE.height)}`} role="img" aria-label={lot.label(words)}>
              {layout.bands.map((band) => (
                <path key={band.id} class={`rl-band ${band.group}`} d={band.path} />
              ))}
              <rect
                class="rl-block"
                x={SIZE.left}
                y={layout.source.y}
                width={SIZE.block}
                height={layout.source.height}
              />
              <text
                class="rl-sankey-strong"
                x={SIZE.left - 8}
                y={SIZE.height / 2}
                text-anchor="end"
                dominant-baseline="middle"
              >
                {lot.origin(origin, amount(made.landHa))}
              </text>
              {layout.groups.map((group) => (
                <g key={group.id}>
                  <rect
                    class={`rl-block ${group.id}`}
                    x={SIZE.right - SIZE.block}
                    y={group.y}
                    width={SIZE.block}
                    height={Math.max(1, group.height)}
                  />
                  <text x={SIZE.right + 6} y={group.y + group.height / 2} dominant-baseline="middle">
                    {zoneName(group.id)}{' '}
                    {amount(
                      made.parts.filter((part) => part.group === group.id).reduce((sum, part) => sum + part.ha, 0),
                    )}
                  </text>
                </g>
              ))}
              {layout.bands
                .filter((band) => band.height >= LABELLED && band.group !== OPEN)
                .map((band) => (
                  <text key={band.id} x={band.x} y={band.y} text-anchor="middle" dominant-baseline="middle">
                    {lot.part(nameOfPart(band.id), amount(made.parts.find((part) => part.id === band.id)?.ha ?? 0))}
                  </text>
                ))}
            </svg>
          )}
          {verify === '' ? null : <p class="rl-quiet">{lot.verify(verify)}</p>}
        </section>
      );
    };
  },
  { name: 'LotSankey', props: ['state'] },
);
