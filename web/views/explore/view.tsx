import '../../ui/styles/details.css';
import '../chain/chain.css';
import './explore.css';
import { computed, defineComponent, onMounted, onUnmounted, provide } from 'vue';
import { isPassing } from '../../api/request-fault.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { ModeSwitch } from '../../ui/mode-switch.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { ViewTools } from '../../ui/view-tools.tsx';
import { answerSentence } from './answer-sentence.ts';
import { ThingDetails } from './details.tsx';
import { explorationExhibit } from './exploration-exhibit.ts';
import { ExploreLegend } from './legend.tsx';
import { ExplorePicture } from './picture.tsx';
import { ExploreTables } from './tables.tsx';
import { ThingSearch } from './thing-search.tsx';
import { createExploration, EXPLORATION } from './use-exploration.ts';

/** Free exploration: from anything to whatever it is linked to, step by step, with every link's source. */
export default defineComponent(
  () => {
    const explored = createExploration();
    provide(EXPLORATION, explored);
    const { page, texts, history, links, thing, selected } = explored;
    const sentence = computed(() => answerSentence(explored, thing.key?.id === selected.value ? thing.value : null));
    const takeBack = page.present(() => explorationExhibit(explored, sentence.value));

    // Steps of the exploration are taken back before anything that the page as a whole may take back.
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const target = event.target;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null)
        return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      const done = isRedo ? explored.redo() : explored.undo();
      if (!done) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    onMounted(() => {
      window.addEventListener('keydown', onKey, { capture: true });
    });
    onUnmounted(() => {
      window.removeEventListener('keydown', onKey, { capture: true });
      takeBack();
    });

    const tools = () => {
      const { tools: words } = texts.value;
      const { past, future } = history.value;
      const button = (label: string, hint: string, isOff: boolean, run: () => void) => (
        <button type="button" class="plain-button small" title={hint} disabled={isOff} onClick={run}>
          {label}
        </button>
      );
      return (
        <>
          <ThingSearch
            label={words.search}
            onFound={(id) => {
              explored.put(id, null);
            }}
          />
          {button(words.undo, words.undoHint(past.length), past.length === 0, () => explored.undo())}
          {button(words.redo, words.redoHint(future.length), future.length === 0, () => explored.redo())}
          {button(
            explored.isLayingOut.value ? words.layingOut : words.layout,
            words.layoutHint,
            explored.isLayingOut.value || explored.things.value.length < 2,
            () => void explored.layOut(),
          )}
          {button(words.clear, words.clear, explored.state.value.things.length === 0, explored.clear)}
          <span class="tool-space" />
          <ModeSwitch />
          <ViewTools ownSteps />
        </>
      );
    };
    const main = () => {
      const fault = links.fault !== null && !isPassing(links.fault) ? links.fault : null;
      return (
        <div class={['xp', `mode-${page.url.mode}`]} aria-busy={links.loading}>
          <p class="answer">{sentence.value}</p>
          {fault === null ? null : (
            <p class="part-failed" role="alert">
              {page.texts.fault.partBecause(page.texts.fault.parts.explore, faultWithId(page.texts, fault))}{' '}
              <button
                type="button"
                class="link-button"
                onClick={() => {
                  links.reload();
                }}
              >
                {page.texts.fault.retryNow}
              </button>
            </p>
          )}
          <ExploreLegend />
          {page.url.mode === 'table' ? null : <ExplorePicture />}
          {page.url.mode === 'picture' ? null : <ExploreTables />}
        </div>
      );
    };
    return () => (
      <ViewFrame drawerOpen drawerLabel={texts.value.drawer.label}>
        {{ tools, default: main, drawer: () => <ThingDetails /> }}
      </ViewFrame>
    );
  },
  { name: 'ExploreView' },
);
