import { onMounted, onUnmounted } from 'vue';
import type { Page } from '../state/page.ts';
import { pageKeyAction, takesText } from './page-keys.ts';
import { printPage, watchPrints } from './print/print.ts';

/** Listens to the keys of the whole page and to prints, as long as the component is mounted. */
export function usePageKeys(page: Page, showKeys: () => void): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const action = pageKeyAction(event, takesText(document.activeElement));
    // In a dialog only printing is for the page behind it.
    if (action === null || (action !== 'print' && document.querySelector('dialog[open]') !== null)) return;
    switch (action) {
      case 'undo':
        page.undo();
        break;
      case 'redo':
        page.redo();
        break;
      case 'keys':
        showKeys();
        break;
      case 'print':
        // With nothing to show the browser prints the page as it is.
        if (page.exhibit === null) return;
        // A picture that cannot be taken in print quality is printed as it stands, by way of `beforeprint`.
        void printPage(page, 'A4').catch(() => {
          window.print();
        });
        break;
    }
    event.preventDefault();
  };
  let stopWatching: () => void = () => undefined;
  onMounted(() => {
    document.addEventListener('keydown', onKey);
    stopWatching = watchPrints(page);
  });
  onUnmounted(() => {
    document.removeEventListener('keydown', onKey);
    stopWatching();
  });
}
