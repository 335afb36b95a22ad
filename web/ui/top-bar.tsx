import { defineComponent } from 'vue';
import { usePage } from '../state/page.ts';
import { VIEWS } from '../views/registry.ts';
import { SearchBox } from './search-box.tsx';

/** Logo, tabs, search, state of the data, language, theme. */
export const TopBar = defineComponent(
  () => {
    const page = usePage();
    return () => {
      const { texts, release, numbers, lang } = page;
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
                  {release.oldestSource === null ? texts.top.oldestUnknown : texts.top.oldest(release.oldestSource)}
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
        </header>
      );
    };
  },
  { name: 'TopBar' },
);
