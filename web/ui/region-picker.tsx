import 'element-plus/theme-chalk/el-option-group.css';
import 'element-plus/theme-chalk/el-option.css';
import 'element-plus/theme-chalk/el-popper.css';
import 'element-plus/theme-chalk/el-scrollbar.css';
import 'element-plus/theme-chalk/el-select.css';
import 'element-plus/theme-chalk/el-tag.css';
import { ElOption, ElOptionGroup, ElSelect } from 'element-plus/es/components/select/index.mjs';
import { computed, defineComponent, ref } from 'vue';
import type { AtlasRegion } from '../state/page.ts';
import { usePage } from '../state/page.ts';
import { groupByZone } from './zone-groups.ts';

/** Whether a prefecture answers to what was typed: name in either language, or code. */
function matches(region: AtlasRegion, typed: string): boolean {
  const text = typed.trim().toLowerCase();
  return (
    text === '' ||
    region.fullZh.includes(text) ||
    region.en.toLowerCase().includes(text) ||
    region.code.startsWith(text)
  );
}

/** Picks one prefecture, grouped by zone; can be searched. */
export const RegionPicker = defineComponent(
  (props: { readonly value: string; readonly label: string; readonly onPick: (code: string) => void }) => {
    const page = usePage();
    const typed = ref('');
    const groups = computed(() => groupByZone(page.regions.filter((region) => matches(region, typed.value))));
    return () => (
      <label class="picker">
        <span class="picker-label">{props.label}</span>
        <ElSelect
          modelValue={page.regions.length === 0 ? '' : props.value}
          onUpdate:modelValue={(code: string) => {
            props.onPick(code);
          }}
          filterable
          filterMethod={(text: string) => {
            typed.value = text;
          }}
          onVisible-change={() => {
            typed.value = '';
          }}
          placeholder={page.regions.length === 0 ? '…' : page.texts.tools.regionSearch}
          noMatchText={page.texts.tools.noRegion}
          noDataText={page.texts.tools.noRegion}
          ariaLabel={props.label}
          popperClass="region-options"
          teleported
        >
          {{
            default: () =>
              groups.value.map((group) => (
                <ElOptionGroup key={group.code} label={page.nameOf(group)}>
                  {{
                    default: () =>
                      group.regions.map((region) => (
                        <ElOption
                          key={region.code}
                          value={region.code}
                          label={page.nameOf({ zh: region.fullZh, en: region.en })}
                        />
                      )),
                  }}
                </ElOptionGroup>
              )),
          }}
        </ElSelect>
      </label>
    );
  },
  { name: 'RegionPicker', props: ['value', 'label', 'onPick'] },
);
