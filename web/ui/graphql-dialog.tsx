import { parse, print } from 'graphql';
import { computed, defineComponent, ref } from 'vue';
import { exportTexts } from '../i18n/export-texts.ts';
import type { ExhibitQuery } from '../state/exhibit.ts';
import { usePage } from '../state/page.ts';
import { copyText } from './copy-text.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { explorerLink } from './explorer-link.ts';

/** The questions behind the picture, laid out for reading; asked again they give the same answer. */
export default defineComponent(
  (props: { readonly onClose: () => void }) => {
    const page = usePage();
    const asked = computed(() =>
      (page.exhibit?.queries ?? []).map((query) => ({
        query,
        name: /^query (\w+)/.exec(query.text)?.[1] ?? '',
        text: print(parse(query.text, { noLocation: true })),
        variables: JSON.stringify(query.variables, null, 2),
      })),
    );
    /** The button that copied last, and whether it could. */
    const copied = ref<{ readonly id: string; readonly ok: boolean } | null>(null);
    const copy = async (id: string, text: string): Promise<void> => {
      copied.value = { id, ok: await copyText(text) };
    };
    const copyButton = (id: string, label: string, text: string) => {
      const { graphql } = page.textsOf(exportTexts);
      const last = copied.value?.id === id ? copied.value : null;
      return (
        <button type="button" class="plain-button small" onClick={() => void copy(id, text)}>
          <span aria-live="polite">{last === null ? label : last.ok ? graphql.copied : graphql.copyByHand}</span>
        </button>
      );
    };
    const question = (one: {
      readonly query: ExhibitQuery;
      readonly name: string;
      readonly text: string;
      readonly variables: string;
    }) => {
      const { graphql } = page.textsOf(exportTexts);
      return (
        <section key={one.name} class="question">
          <header class="question-head">
            <h3>{one.name}</h3>
            {copyButton(`${one.name} text`, graphql.copyText, one.text)}
            {copyButton(`${one.name} variables`, graphql.copyVariables, one.variables)}
            <a class="plain-button small" href={explorerLink(one.query, one.text)} target="_blank" rel="noopener">
              {graphql.explorer}
            </a>
          </header>
          <pre class="code" tabindex={0} aria-label={one.name}>
            {one.text}
          </pre>
          <h4>{graphql.variables}</h4>
          <pre class="code variables" tabindex={0} aria-label={`${one.name} ${graphql.variables}`}>
            {one.variables}
          </pre>
        </section>
      );
    };
    return () => {
      const { graphql } = page.textsOf(exportTexts);
      return (
        <DialogFrame title={graphql.title} closeLabel={graphql.close} onClose={props.onClose}>
          {() => (
            <>
              <p class="quiet">{asked.value.length === 0 ? graphql.nothing : graphql.note}</p>
              {asked.value.map(question)}
            </>
          )}
        </DialogFrame>
      );
    };
  },
  { name: 'GraphqlDialog', props: ['onClose'] },
);
