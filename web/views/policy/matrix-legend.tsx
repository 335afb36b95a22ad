import { computed, defineComponent } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { shortName } from './short-name.ts';
import type { Foldable } from './policy-params.ts';
import type { PolicyState } from './use-policy.ts';

/** What the marks mean, one row for what, and which crowded columns are folded. */
export const MatrixLegend = defineComponent(
  (props: { readonly state: PolicyState }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const toggle = (one: Foldable, label: string, hint: string) => {
      const isFolded = state.params.value.folded.includes(one);
      return (
        <button
          key={one}
          type="button"
          class={['plain-button small', { pressed: isFolded }]}
          aria-pressed={isFolded}
          title={hint}
          onClick={() => {
            state.fold(one, !isFolded);
          }}
        >
          {isFolded ? texts.value.tools.unfold : ''}
          {isFolded ? label.replace(/^(收起|Fold )/, page.lang === 'zh' ? '' : ' ') : label}
        </button>
      );
    };
    return () => {
      const { matrix, tools } = texts.value;
      const hub = state.hub.value;
      const all = state.measures.value.length;
      const shown = state.chapters.value.reduce((sum, chapter) => sum + chapter.rows.length, 0);
      const { byChapter } = state.params.value;
      return (
        <div class="pv-legend">
          <span class="pv-legend-item">
            <span class="pv-mark lead" /> {matrix.legendLead}
          </span>
          <span class="pv-legend-item">
            <span class="pv-mark support" /> {matrix.legendSupport}
          </span>
          <span class="pv-legend-item">
            <span class="pv-tag segment">{matrix.marks.segment}</span>
            <span class="pv-tag chain">{matrix.marks.chain}</span>
            <span class="pv-tag place">{matrix.marks.place}</span>{' '}
            {matrix.appliesHint(
              state.segmentNode.value === null ? '' : page.nameOf(state.segmentNode.value),
              page.region === null ? '' : page.nameOf(page.region),
            )}
          </span>
          <span class="tool-space" />
          {state.params.value.department === null ? null : (
            <label class="pv-only-box">
              <input
                type="checkbox"
                checked={state.params.value.only}
                onChange={(event: Event) => {
                  page.goExtra({ only: (event.target as HTMLInputElement).checked ? 'yes' : null });
                }}
              />
              {tools.only}
            </label>
          )}
          {shown === all ? null : <span class="quiet pv-shown">{matrix.rows(shown, all)}</span>}
          <div class="switch small" role="group" aria-label={tools.grain}>
            {[false, true].map((chapter) => (
              <button
                key={String(chapter)}
                type="button"
                class={{ active: byChapter === chapter }}
                aria-pressed={byChapter === chapter}
                onClick={() => {
                  page.goExtra({ grain: chapter ? 'chapter' : null });
                }}
              >
                {chapter ? tools.grainChapter : tools.grainMeasure}
              </button>
            ))}
          </div>
          {hub === null
            ? null
            : toggle(
                'hub',
                tools.foldHub(shortName(hub.body, page.lang)),
                tools.foldedOne(page.nameOf(hub.body), hub.leads, hub.supports),
              )}
          {toggle('collectives', tools.foldCollectives, texts.value.kind.COLLECTIVE)}
        </div>
      );
    };
  },
  { name: 'MatrixLegend', props: ['state'] },
);
