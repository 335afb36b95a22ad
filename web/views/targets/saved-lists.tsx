import { defineComponent, nextTick, onUnmounted, ref } from 'vue';
import {
  DeleteTargetListOperation,
  RenameTargetListOperation,
  RestoreTargetListOperation,
  type TargetListOutcomeFragment,
} from '../../api/generated/operations.ts';
import { isPassing, RequestError } from '../../api/request-fault.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { nameInSentence } from '../relocation/sentence-words.ts';
import type { ListLine, Targets } from './use-targets.ts';

/** All saved lists: open, rename, delete with undo. */
export const SavedLists = defineComponent(
  (props: { readonly state: Targets }) => {
    const { state } = props;
    const { page, lists } = state;
    const renaming = ref<string | null>(null);
    const name = ref('');
    const said = ref('');
    const removed = ref<ListLine | null>(null);
    const field = ref<HTMLInputElement | null>(null);
    const leaving = new AbortController();
    onUnmounted(() => {
      leaving.abort();
    });

    /** Runs a change; what was refused is said in the service's words, and the lists are read again in any case. */
    const change = async (ask: () => Promise<TargetListOutcomeFragment>, done: () => void): Promise<void> => {
      const words = page.textsOf(targetsTexts).lists;
      said.value = '';
      try {
        const { userErrors } = await ask();
        if (userErrors.length === 0) done();
        else said.value = userErrors.map((error) => error.message).join(' ');
        lists.reload();
      } catch (error) {
        if (leaving.signal.aborted) return;
        if (!(error instanceof RequestError)) throw error;
        said.value = words.failedWhy(faultWithId(page.texts, error.fault));
      }
    };
    const rename = (list: ListLine): Promise<void> =>
      change(
        async () =>
          (
            await page.ask(
              RenameTargetListOperation,
              {
                input: { list: list.code, expectedRevision: list.revision, name: name.value },
                lang: state.lang.value,
              },
              leaving.signal,
            )
          ).renameTargetList,
        () => {
          renaming.value = null;
        },
      );
    const remove = (list: ListLine): Promise<void> =>
      change(
        async () =>
          (
            await page.ask(
              DeleteTargetListOperation,
              { input: { list: list.code, expectedRevision: list.revision }, lang: state.lang.value },
              leaving.signal,
            )
          ).deleteTargetList,
        () => {
          removed.value = list;
          said.value = page.textsOf(targetsTexts).lists.removed(list.name);
        },
      );
    const undo = (list: ListLine): Promise<void> =>
      change(
        async () =>
          (
            await page.ask(
              RestoreTargetListOperation,
              { input: { list: list.code }, lang: state.lang.value },
              leaving.signal,
            )
          ).restoreTargetList,
        () => {
          removed.value = null;
          said.value = page.textsOf(targetsTexts).lists.undone(list.name);
        },
      );

    const nameCell = (list: ListLine) => {
      const { lists: words } = page.textsOf(targetsTexts);
      if (renaming.value !== list.code) {
        return (
          <button
            type="button"
            class="tg-firm-name"
            onClick={() => {
              state.openList(list.code);
            }}
          >
            {list.name}
          </button>
        );
      }
      return (
        <form
          class="tg-rename"
          onSubmit={(event: Event) => {
            event.preventDefault();
            void rename(list);
          }}
        >
          <input
            ref={field}
            type="text"
            value={name.value}
            aria-label={words.renameOf(list.name)}
            onInput={(event: Event) => {
              name.value = (event.target as HTMLInputElement).value;
            }}
            onKeydown={(event: KeyboardEvent) => {
              if (event.key === 'Escape') renaming.value = null;
            }}
          />
          <button type="submit" class="plain-button small primary">
            {words.save}
          </button>
          <button
            type="button"
            class="plain-button small"
            onClick={() => {
              renaming.value = null;
            }}
          >
            {words.cancel}
          </button>
        </form>
      );
    };
    const row = (list: ListLine) => {
      const { lists: words } = page.textsOf(targetsTexts);
      const region = list.region === null ? list.regionCode : page.nameOf(list.region);
      const segment = list.segment === null ? list.segmentCode : page.nameOf(list.segment);
      return (
        <tr key={list.code}>
          <th scope="row" class="tg-firm">
            {nameCell(list)}
          </th>
          <td>
            {region} · {nameInSentence(segment, page.lang)}
          </td>
          <td class="number">{page.numbers.count(list.firmCount)}</td>
          <td>{page.numbers.day(list.updatedAt)}</td>
          <td>{list.releaseId}</td>
          <td class="tg-actions">
            <button
              type="button"
              class="plain-button small"
              onClick={() => {
                state.openList(list.code);
              }}
            >
              {words.open}
            </button>
            <button
              type="button"
              class="plain-button small"
              aria-label={words.renameOf(list.name)}
              onClick={() => {
                name.value = list.name;
                renaming.value = list.code;
                void nextTick(() => {
                  field.value?.select();
                });
              }}
            >
              {words.rename}
            </button>
            <button
              type="button"
              class="plain-button small"
              aria-label={words.removeOf(list.name)}
              onClick={() => void remove(list)}
            >
              {words.remove}
            </button>
          </td>
        </tr>
      );
    };

    return () => {
      const { lists: words } = page.textsOf(targetsTexts);
      const { fault, value } = lists;
      const gone = removed.value;
      const edges = value?.targetLists.edges ?? [];
      return (
        <div class="tg-lists">
          <h2>{words.title}</h2>
          <p class="tg-said" role="status">
            {said.value}{' '}
            {gone === null ? null : (
              <button type="button" class="link-button" onClick={() => void undo(gone)}>
                {words.undo}
              </button>
            )}
          </p>
          {fault !== null && !isPassing(fault) ? (
            <p class="part-failed" role="alert">
              {words.failed}：{faultWithId(page.texts, fault)}
            </p>
          ) : value === null ? (
            <Skeleton />
          ) : edges.length === 0 ? (
            <p class="tg-empty">{words.none}</p>
          ) : (
            <table class="tg-table tg-list-table">
              <caption class="unseen">{words.label}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.name}</th>
                  <th scope="col">{words.question}</th>
                  <th scope="col" class="number">
                    {words.firms}
                  </th>
                  <th scope="col">{words.updated}</th>
                  <th scope="col">{words.release}</th>
                  <th scope="col">{words.actions}</th>
                </tr>
              </thead>
              <tbody>{edges.map(({ node }) => row(node))}</tbody>
            </table>
          )}
          {value?.targetLists.pageInfo.hasNextPage === true ? (
            <div class="tg-more">
              <button type="button" class="plain-button small" onClick={state.nextLists}>
                {words.more}
              </button>
            </div>
          ) : null}
        </div>
      );
    };
  },
  { name: 'SavedLists', props: ['state'] },
);
