import { defineAsyncComponent, defineComponent, ref } from 'vue';
import { exportTexts } from '../i18n/export-texts.ts';
import { usePage } from '../state/page.ts';
import { VIEWS } from '../views/registry.ts';
import { ageOf } from './data-age.ts';
import { SearchBox } from './search-box.tsx';
import { usePageKeys } from './use-page-keys.ts';

const KeysDialog = defineAsyncComponent(() => import('./keys-dialog.tsx'));

/** Logo, tabs, search, state of the data, language, theme. */
export const TopBar = defineComponent(
  () => {
    const page = usePage();
    const ageWords = (date: string): string => {
      const age = ageOf(date, page.now());
      if (age === null) return '';
      return age.unit === 'year' ? page.texts.top.years(age.count) : page.texts.top.months(age.count);
    };
    const areKeysShown = ref(false);
    usePageKeys(page, () => {
      areKeysShown.value = true;
    });
    return () => {
      const { texts, release, numbers, lang } = page;
      const { keys } = page.textsOf(exportTexts);
      const nextTheme = page.url.theme === 'dark' ? texts.top.light : texts.top.dark;
      return (
        <header class="top-bar">
          <div class="brand">
            <img src="/logo.svg" alt="" width="24" height="24" />
            <h1>{texts.app.name}</h1>
            <span class="brand-subtitle">{texts.app.subtitle}</span>
          </div>
          <nav class="tabs" aria-label={texts.app.views}>
            {VIEWS.map((view) => (
              <button
                key={view.id}
                type="button"
                class={['tab', { active: page.url.view === view.id }]}
                aria-current={page.url.view === view.id ? 'page' : undefined}
                onClick={() => {
                  page.go({ view: view.id });
                }}
              >
                {view.label[lang]}
              </button>
            ))}
          </nav>
          <SearchBox />
          <div class="release">
            {release === null ? (
              <div>{texts.top.releaseUnknown}</div>
            ) : (
              <>
                <div title={release.id}>
                  {texts.top.release} <b>{numbers.day(release.at)}</b> · {texts.coverage[release.coverage]}
                </div>
                <div>
                  {release.oldestSource === null
                    ? texts.top.oldestUnknown
                    : texts.top.oldest(release.oldestSource, ageWords(release.oldestSource))}
                </div>
              </>
            )}
          </div>
          <a
            class="api-link"
            href={`/explorer/?lang=${lang}&theme=${page.url.theme}`}
            aria-label={texts.top.apiLabel}
            title={texts.top.apiLabel}
          >
            API
          </a>
          <button
            type="button"
            class="plain-button small"
            title={texts.top.themeLabel(nextTheme)}
            onClick={() => {
              page.go({ theme: page.url.theme === 'dark' ? 'light' : 'dark' });
            }}
          >
            {nextTheme}
          </button>
          <button
            type="button"
            class="plain-button small"
            title={texts.top.languageLabel}
            lang={lang === 'en' ? 'zh-CN' : 'en'}
            onClick={() => {
              page.go({ lang: lang === 'en' ? 'zh' : 'en' });
            }}
          >
            {texts.top.language}
          </button>
          <button
            type="button"
            class="plain-button small keys-button"
            aria-label={keys.button}
            title={keys.button}
            onClick={() => {
              areKeysShown.value = true;
            }}
          >
            ?
          </button>
          {areKeysShown.value ? (
            <KeysDialog
              onClose={() => {
                areKeysShown.value = false;
              }}
            />
          ) : null}
        </header>
      );
    };
  },
  { name: 'TopBar' },
);
