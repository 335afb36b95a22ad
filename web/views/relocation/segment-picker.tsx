import 'element-plus/theme-chalk/el-option-group.css';
import 'element-plus/theme-chalk/el-option.css';
import 'element-plus/theme-chalk/el-popper.css';
import 'element-plus/theme-chalk/el-scrollbar.css';
import 'element-plus/theme-chalk/el-select.css';
import { ElOption, ElOptionGroup, ElSelect } from 'element-plus/es/components/select/index.mjs';
import { computed, defineComponent, ref } from 'vue';
import type { RelocationSegmentsQuery } from '../../api/generated/operations.ts';
import { usePage } from '../../state/page.ts';

type Stage = RelocationSegmentsQuery['chain']['stages'][number];

/** A line of the picker: depth 0 is a member of the cut, 1 a part of one. */
interface SegmentLine {
  readonly code: string;
  readonly label: string;
  readonly english: string;
  readonly depth: 0 | 1;
}

/** Picks a segment: stages as groups, members of the cut, their parts indented below them; can be searched. */
export const SegmentPicker = defineComponent(
  (props: {
    readonly stages: readonly Stage[];
    readonly value: string;
    readonly label: string;
    readonly hint: string;
    readonly onPick: (code: string) => void;
  }) => {
    const page = usePage();
    const typed = ref('');
    const groups = computed(() => {
      const text = typed.value.trim().toLowerCase();
      const matches = (line: SegmentLine): boolean =>
        text === '' || line.label.toLowerCase().includes(text) || line.english.toLowerCase().includes(text);
      return props.stages
        .map((stage) => ({
          code: stage.segment.code,
          label: page.nameOf(stage.segment),
          lines: stage.members
            .flatMap((member): SegmentLine[] => [
              { code: member.code, label: page.nameOf(member), english: member.en, depth: 0 },
              ...member.leaves
                .filter((leaf) => leaf.code !== member.code)
                .map((leaf): SegmentLine => ({
                  code: leaf.code,
                  label: page.nameOf(leaf),
                  english: leaf.en,
                  depth: 1,
                })),
            ])
            .filter(matches),
        }))
        .filter((group) => group.lines.length > 0);
    });
    return () => (
      <label class="picker">
        <span class="picker-label">{props.label}</span>
        <ElSelect
          modelValue={props.value}
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
          placeholder={props.hint}
          ariaLabel={props.label}
          popperClass="segment-options"
          teleported
        >
          {{
            default: () =>
              groups.value.map((group) => (
                <ElOptionGroup key={group.code} label={group.label}>
                  {{
                    default: () =>
                      group.lines.map((line) => (
                        <ElOption
                          key={line.code}
                          value={line.code}
                          label={`${line.label} ${line.code}`}
                          class={{ 'segment-part': line.depth === 1 }}
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
  { name: 'SegmentPicker', props: ['stages', 'value', 'label', 'hint', 'onPick'] },
);
