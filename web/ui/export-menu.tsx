import { defineComponent, nextTick, onMounted, onUnmounted, ref } from 'vue';
import { ExportRefused } from '../export/export-refused.ts';
import { fileName } from '../export/export-sheet.ts';
import type { Exporter } from '../export/exporter.ts';
import { EXPORTERS } from '../export/registry.ts';
import { saveFile } from '../export/save-file.ts';
import { exportTexts } from '../i18n/export-texts.ts';
import { usePage } from '../state/page.ts';
import { ExportIcon } from './icons.tsx';
import { makeSheet } from './make-sheet.ts';
import type { Paper } from './print/print-sheet.ts';
import { printPage } from './print/print.ts';

const PAPERS: readonly Paper[] = ['A4', 'A3'];

/** Takes what is shown elsewhere: the formats of the registry, and paper. */
export const ExportMenu = defineComponent(
  () => {
    const page = usePage();
    const root = ref<HTMLElement | null>(null);
    const isOpen = ref(false);
    /** What is being made, or what came of it. */
    const report = ref('');
    let timer: ReturnType<typeof setTimeout> | undefined;

    const items = (): HTMLElement[] => [...(root.value?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const open = async (last = false): Promise<void> => {
      isOpen.value = true;
      await nextTick();
      const all = items();
      (last ? all[all.length - 1] : all[0])?.focus();
    };
    const close = (refocus: boolean): void => {
      isOpen.value = false;
      if (refocus) root.value?.querySelector<HTMLElement>('.menu-button')?.focus();
    };
    const onOutside = (event: Event): void => {
      if (isOpen.value && root.value?.contains(event.target as Node) !== true) close(false);
    };
    onMounted(() => {
      document.addEventListener('pointerdown', onOutside);
    });
    onUnmounted(() => {
      document.removeEventListener('pointerdown', onOutside);
      clearTimeout(timer);
    });
    const say = (text: string): void => {
      report.value = text;
      clearTimeout(timer);
      timer = setTimeout(() => {
        report.value = '';
      }, 6_000);
    };
    const fail = (label: string, error: unknown): void => {
      report.value = '';
      const why = (): string => {
        if (error instanceof ExportRefused) return error.message;
        // A fetch that reaches nobody throws a TypeError.
        if (error instanceof TypeError) return page.textsOf(exportTexts).menu.unreachable;
        return error instanceof Error ? error.message : String(error);
      };
      page.notify({
        key: 'export',
        kind: 'warning',
        text: () =>
          `${page.textsOf(exportTexts).menu.failed(label, why())}。${page.textsOf(exportTexts).menu.failedHow}`,
      });
    };
    const run = async (label: string, work: () => Promise<string>): Promise<void> => {
      close(true);
      page.dismiss('export');
      report.value = page.textsOf(exportTexts).menu.making(label);
      try {
        say(await work());
      } catch (error) {
        fail(label, error);
      }
    };
    const exportAs = (exporter: Exporter): void => {
      const sheet = makeSheet(page);
      if (sheet === null) return;
      void run(exporter.label(sheet.texts), async () => {
        const { makeFile } = await exporter.load();
        const name = fileName(sheet, exporter.id);
        saveFile(await makeFile(sheet), name);
        return sheet.texts.menu.saved(name);
      });
    };
    const print = (paper: Paper, label: string): void => {
      void run(label, async () => {
        await printPage(page, paper);
        return '';
      });
    };
    const onKey = (event: KeyboardEvent): void => {
      if (!isOpen.value) return;
      const all = items();
      const at = all.indexOf(document.activeElement as HTMLElement);
      const to: Readonly<Record<string, number>> = {
        ArrowDown: (at + 1) % all.length,
        ArrowUp: (at - 1 + all.length) % all.length,
        Home: 0,
        End: all.length - 1,
      };
      const next = to[event.key];
      if (next !== undefined) all[next]?.focus();
      else if (event.key === 'Escape') close(true);
      else if (event.key === 'Tab') {
        close(false);
        return;
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };

    return () => {
      const texts = page.textsOf(exportTexts);
      const { menu } = texts;
      const { exhibit } = page;
      const item = (id: string, label: string, why: string | null, act: () => void) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          class="menu-item"
          data-export={id}
          tabindex={-1}
          aria-disabled={why !== null}
          title={why ?? undefined}
          onClick={() => {
            if (why === null) act();
          }}
        >
          {label}
        </button>
      );
      return (
        <div ref={root} class="menu" onKeydown={onKey}>
          <button
            type="button"
            class="plain-button menu-button"
            aria-haspopup="menu"
            aria-expanded={isOpen.value}
            onClick={() => {
              if (isOpen.value) close(false);
              else void open();
            }}
            onKeydown={(event: KeyboardEvent) => {
              if (isOpen.value || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
              event.preventDefault();
              event.stopPropagation();
              void open(event.key === 'ArrowUp');
            }}
          >
            <ExportIcon />
            {menu.button}
          </button>
          {isOpen.value ? (
            <div class="menu-list" role="menu" aria-label={menu.label}>
              {EXPORTERS.map((exporter) =>
                item(
                  exporter.id,
                  exporter.label(texts),
                  exhibit === null ? menu.nothing : exporter.missing(exhibit, texts),
                  () => {
                    exportAs(exporter);
                  },
                ),
              )}
              <div class="menu-line" role="separator" />
              {PAPERS.map((paper) => {
                const label = paper === 'A4' ? menu.printA4 : menu.printA3;
                return item(`print-${paper}`, label, exhibit === null ? menu.nothing : null, () => {
                  print(paper, label);
                });
              })}
            </div>
          ) : null}
          <span class={['menu-report', { unseen: report.value === '' }]} role="status">
            {report.value}
          </span>
        </div>
      );
    };
  },
  { name: 'ExportMenu' },
);
