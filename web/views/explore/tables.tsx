import { defineComponent, ref } from 'vue';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { TypeChip } from './type-chip.tsx';
import { useExplored } from './use-exploration.ts';

/** Sources named in a row; the export names all. */
const MOST_SOURCES = 3;

/** What is on the picture as two tables, with the same selection. */
export const ExploreTables = defineComponent(
  () => {
    const explored = useExplored();
    const { page, texts, things, lines, selected } = explored;
    const tab = ref<'things' | 'links'>('things');
    const pick = (id: string, name: string) => (
      <button
        type="button"
        class="row-button"
        aria-pressed={id === selected.value}
        onClick={() => {
          explored.select(id);
        }}
      >
        {name}
      </button>
    );
    const thingTable = () => {
      const { table } = texts.value;
      return (
        <table class="xp-table" aria-label={table.thingsLabel}>
          <thead>
            <tr>
              <th scope="col">{table.name}</th>
              <th scope="col">{table.type}</th>
              <th scope="col">{table.detail}</th>
              <th scope="col" class="number">
                {table.shown}
              </th>
              <th scope="col" class="number">
                {table.hidden}
              </th>
            </tr>
          </thead>
          <tbody>
            {things.value.map((thing) => (
              <tr key={thing.id} class={{ 'selected-row': thing.id === selected.value }}>
                <th scope="row">{pick(thing.id, thing.name)}</th>
                <td>
                  <TypeChip type={thing.line.type} />
                </td>
                <td>{page.lang === 'en' ? thing.line.enDetail : thing.line.zhDetail}</td>
                <td class="number">{page.numbers.count(thing.shown)}</td>
                <td class="number">{page.numbers.count(thing.hidden)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    };
    const linkTable = () => {
      const { table } = texts.value;
      return (
        <table class="xp-table" aria-label={table.linksLabel}>
          <thead>
            <tr>
              <th scope="col">{table.from}</th>
              <th scope="col">{table.relation}</th>
              <th scope="col">{table.to}</th>
              <th scope="col">{table.properties}</th>
              <th scope="col">{table.sources}</th>
            </tr>
          </thead>
          <tbody>
            {lines.value.map((line) => {
              const properties = page.lang === 'en' ? line.enProperties : line.zhProperties;
              return (
                <tr key={line.key}>
                  <td>{pick(line.from, explored.nameOf(line.from))}</td>
                  <td>{page.nameOf(line)}</td>
                  <td>{pick(line.to, explored.nameOf(line.to))}</td>
                  <td>
                    {properties.length === 0 ? table.noProperty : properties.join(page.lang === 'en' ? '; ' : '；')}
                  </td>
                  <td>
                    {line.sources.length === 0
                      ? texts.value.drawer.noSource
                      : line.sources
                          .slice(0, MOST_SOURCES)
                          .map((source) => (
                            <EvidenceLine key={`${source.source.id} ${source.position ?? ''}`} evidence={source} />
                          ))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      );
    };
    return () => {
      const { table } = texts.value;
      return (
        <section class="xp-tables after-drawer" aria-label={table.label}>
          <div class="switch" role="group" aria-label={table.label}>
            {(['things', 'links'] as const).map((id) => (
              <button
                key={id}
                type="button"
                class={{ active: tab.value === id }}
                aria-pressed={tab.value === id}
                onClick={() => {
                  tab.value = id;
                }}
              >
                {id === 'things' ? table.things(things.value.length) : table.links(lines.value.length)}
              </button>
            ))}
          </div>
          <div
            class="xp-table-box"
            tabindex={0}
            role="region"
            aria-label={tab.value === 'things' ? table.thingsLabel : table.linksLabel}
          >
            {tab.value === 'things' ? thingTable() : linkTable()}
          </div>
        </section>
      );
    };
  },
  { name: 'ExploreTables' },
);
