import 'element-plus/theme-chalk/el-option.css';
import 'element-plus/theme-chalk/el-popper.css';
import 'element-plus/theme-chalk/el-scrollbar.css';
import 'element-plus/theme-chalk/el-select.css';
import { ElOption, ElSelect } from 'element-plus/es/components/select/index.mjs';
import { computed, defineComponent, ref } from 'vue';
import { policyTexts } from '../../i18n/policy-texts.ts';
import { ModeSwitch } from '../../ui/mode-switch.tsx';
import { RegionPicker } from '../../ui/region-picker.tsx';
import { ViewTools } from '../../ui/view-tools.tsx';
import { findDepartments } from './find-department.ts';
import { BOARDS, ROLES } from './policy-params.ts';
import type { PolicyState } from './use-policy.ts';

/** A pick list of a few things that can be searched; an empty value = none. */
interface Choice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

/** What to look at, and by whom, where and when it is narrowed. */
export const PolicyTools = defineComponent(
  (props: { readonly state: PolicyState }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(policyTexts));
    const typed = ref('');
    const found = computed(() => findDepartments(state.departments.value, typed.value));

    const departmentPicker = () => {
      const { tools } = texts.value;
      return (
        <label class="picker">
          <span class="picker-label">{tools.department}</span>
          <ElSelect
            class="pv-department"
            modelValue={state.department.value?.code ?? ''}
            onUpdate:modelValue={(code: string | undefined) => {
              const chosen = code === undefined || code === '' ? null : code;
              page.goExtra({
                measure: null,
                goal: null,
                doc: null,
                dept: chosen,
                only: chosen === null ? null : 'yes',
              });
            }}
            filterable
            clearable
            filterMethod={(text: string) => {
              typed.value = text;
            }}
            onVisible-change={(isOpen: boolean) => {
              // Typing opens the list: what was typed must outlive that.
              if (!isOpen) typed.value = '';
            }}
            placeholder={tools.departmentHint}
            noMatchText={tools.departmentNone}
            noDataText={tools.departmentNone}
            ariaLabel={tools.department}
            popperClass="pv-department-options"
            teleported
          >
            {{
              default: () =>
                found.value.map(({ body, by }) => (
                  <ElOption key={body.code} value={body.code} label={page.nameOf(body)}>
                    {{
                      default: () => (
                        <>
                          {page.nameOf(body)}
                          {by === null ? null : <span class="pv-by">{tools.formerly(by)}</span>}
                        </>
                      ),
                    }}
                  </ElOption>
                )),
            }}
          </ElSelect>
        </label>
      );
    };
    const select = (
      label: string,
      value: string,
      hint: string,
      choices: readonly Choice[],
      onPick: (value: string | null) => void,
      name: string,
    ) => (
      <label class="picker">
        <span class="picker-label">{label}</span>
        <ElSelect
          class={name}
          modelValue={value}
          onUpdate:modelValue={(next: string | undefined) => {
            onPick(next === undefined || next === '' ? null : next);
          }}
          filterable
          clearable
          placeholder={hint}
          ariaLabel={label}
          teleported
        >
          {{ default: () => choices.map((one) => <ElOption key={one.value} value={one.value} label={one.label} />) }}
        </ElSelect>
      </label>
    );

    const dutyTools = () => {
      const { tools } = texts.value;
      const chapters = state.matrix.value?.chapters ?? [];
      return (
        <>
          {departmentPicker()}
          <div class="switch" role="group" aria-label={tools.role}>
            {[null, ...ROLES].map((role) => (
              <button
                key={String(role)}
                type="button"
                class={{ active: state.params.value.role === role }}
                aria-pressed={state.params.value.role === role}
                onClick={() => {
                  page.goExtra({ role });
                }}
              >
                {role === null ? tools.roleAll : role === 'lead' ? tools.roleLead : tools.roleSupport}
              </button>
            ))}
          </div>
          {select(
            tools.chapter,
            state.params.value.chapter === null ? '' : String(state.params.value.chapter),
            tools.chapterAll,
            chapters.map((chapter) => ({
              value: String(chapter.number),
              label:
                chapter.number === 0
                  ? texts.value.actionsShort
                  : texts.value.chapterName(chapter.number, chapter.name ?? ''),
            })),
            (chapter) => {
              page.goExtra({ chapter });
            },
            'pv-chapter-select',
          )}
        </>
      );
    };
    const targetTools = () => {
      const { tools, targets } = texts.value;
      const years = [...new Set(state.targetList.value.map((target) => target.year))].sort(
        (a, b) => (a ?? Infinity) - (b ?? Infinity),
      );
      return (
        <>
          {select(
            tools.due,
            state.params.value.due === null ? '' : String(state.params.value.due),
            tools.dueAll,
            years.map((year) => ({
              value: year === null ? 'none' : String(year),
              label: year === null ? targets.undated : targets.year(year),
            })),
            (due) => {
              page.goExtra({ due });
            },
            'pv-due-select',
          )}
          {departmentPicker()}
        </>
      );
    };
    const reachTools = () => {
      const { tools } = texts.value;
      const segments = state.places.value?.segments.edges ?? [];
      const parks = state.places.value?.parks.edges ?? [];
      return (
        <>
          {select(
            tools.segment,
            page.url.segment ?? '',
            tools.segmentHint,
            segments.map(({ node }) => ({ value: node.code, label: `${page.nameOf(node)} ${node.code}` })),
            (segment) => {
              page.go({ segment });
            },
            'pv-segment-select',
          )}
          <RegionPicker
            value={page.url.region}
            label={page.texts.tools.region}
            onPick={(region) => {
              page.go({ region });
            }}
          />
          {select(
            tools.park,
            state.params.value.park ?? '',
            tools.parkHint,
            parks.map(({ node }) => ({ value: node.code, label: page.nameOf(node) })),
            (park) => {
              page.goExtra({ park });
            },
            'pv-park-select',
          )}
        </>
      );
    };

    return () => {
      const { board: words } = texts.value;
      const { board } = state.params.value;
      return (
        <>
          <div class="switch pv-boards" role="group" aria-label={words.label}>
            {BOARDS.map((one) => (
              <button
                key={one}
                type="button"
                class={{ active: board === one }}
                aria-pressed={board === one}
                onClick={() => {
                  page.goExtra({ board: one === 'duties' ? null : one });
                }}
              >
                {words[one]}
              </button>
            ))}
          </div>
          {board === 'duties'
            ? dutyTools()
            : board === 'targets'
              ? targetTools()
              : board === 'reach'
                ? reachTools()
                : null}
          <span class="tool-space" />
          {board === 'duties' ? <ModeSwitch /> : null}
          <ViewTools />
        </>
      );
    };
  },
  { name: 'PolicyTools', props: ['state'] },
);
