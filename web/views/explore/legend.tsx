import { computed, defineComponent } from 'vue';
import { showAll, toggleRelation, toggleType } from './exploration.ts';
import { DERIVED_RELATIONS, EXPLORE_TYPES, lookOf, RELATIONS } from './thing-looks.ts';
import { useExplored } from './use-exploration.ts';

/** Types and relations on the picture with their counts; a click filters one out or lets it in again. */
export const ExploreLegend = defineComponent(
  () => {
    const explored = useExplored();
    const { page, texts, state, allThings, allLines } = explored;
    const types = computed(() =>
      EXPLORE_TYPES.map((type) => ({ type, count: allThings.value.filter((one) => one.type === type).length })).filter(
        ({ count }) => count > 0,
      ),
    );
    const relations = computed(() =>
      RELATIONS.map((relation) => ({
        relation,
        count: allLines.value.filter((one) => one.relation === relation).length,
      })).filter(({ count }) => count > 0),
    );
    const item = (key: string, isOff: boolean, sign: unknown, name: string, count: number, toggle: () => void) => (
      <button
        key={key}
        type="button"
        class={['legend-item', { off: isOff }]}
        aria-pressed={isOff ? 'false' : 'true'}
        onClick={toggle}
      >
        {sign}
        {name} <span class="legend-count">{page.numbers.count(count)}</span>
      </button>
    );
    return () => {
      const { hiddenTypes, hiddenRelations } = state.value;
      const { legend } = texts.value;
      return (
        <div class="xp-legend" role="group" aria-label={legend.label}>
          <div class="xp-legend-row">
            <span class="xp-legend-name">{legend.types}</span>
            {types.value.map(({ type, count }) => {
              const look = lookOf(type);
              const { fill, border, ink } = look[page.url.theme];
              const sign = (
                <span
                  class="xp-legend-sign"
                  aria-hidden="true"
                  style={{ background: fill, borderColor: border, color: ink }}
                >
                  {look.glyph}
                </span>
              );
              return item(type, hiddenTypes.includes(type), sign, texts.value.type[type], count, () => {
                explored.change((now) => toggleType(now, type));
              });
            })}
          </div>
          {relations.value.length === 0 ? null : (
            <div class="xp-legend-row">
              <span class="xp-legend-name">{legend.relations}</span>
              {relations.value.map(({ relation, count }) =>
                item(
                  relation,
                  hiddenRelations.includes(relation),
                  <span
                    class={['xp-legend-line', { derived: DERIVED_RELATIONS.has(relation) }]}
                    aria-hidden="true"
                    title={DERIVED_RELATIONS.has(relation) ? legend.derived : undefined}
                  />,
                  texts.value.relation[relation],
                  count,
                  () => {
                    explored.change((now) => toggleRelation(now, relation));
                  },
                ),
              )}
              {hiddenTypes.length + hiddenRelations.length === 0 ? null : (
                <button
                  type="button"
                  class="link-button"
                  onClick={() => {
                    explored.change(showAll);
                  }}
                >
                  {legend.all}
                </button>
              )}
            </div>
          )}
        </div>
      );
    };
  },
  { name: 'ExploreLegend' },
);
