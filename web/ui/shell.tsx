import 'element-plus/theme-chalk/el-config-provider.css';
import { ElConfigProvider } from 'element-plus/es/components/config-provider/index.mjs';
import enLocale from 'element-plus/es/locale/lang/en.mjs';
import zhLocale from 'element-plus/es/locale/lang/zh-cn.mjs';
import type { Component } from 'vue';
import { defineAsyncComponent, defineComponent, h, watchEffect } from 'vue';
import { usePage } from '../state/page.ts';
import { VIEWS } from '../views/registry.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { Skeleton } from './skeleton.tsx';
import './styles/shell.css';
import './styles/tools.css';
import './styles/wall.css';
import { TopBar } from './top-bar.tsx';
import { WallBar } from './wall-bar.tsx';

const COMPONENTS: ReadonlyMap<string, Component> = new Map(
  VIEWS.map((view) => [
    view.id,
    defineAsyncComponent({ loader: async () => (await view.load()).default, loadingComponent: Skeleton, delay: 0 }),
  ]),
);

/** The whole page: bar, banner of a lost connection, and the present view. */
export const Shell = defineComponent(
  () => {
    const page = usePage();
    watchEffect(() => {
      const { lang, theme, view, wall } = page.url;
      const root = document.documentElement;
      root.lang = lang === 'en' ? 'en' : 'zh-CN';
      root.classList.toggle('dark', theme === 'dark');
      root.classList.toggle('wall', wall);
      const label = VIEWS.find((entry) => entry.id === view)?.label[lang] ?? '';
      document.title = page.texts.app.title(label);
    });
    return () => {
      const View = COMPONENTS.get(page.url.view);
      return (
        <ElConfigProvider locale={page.lang === 'en' ? enLocale : zhLocale}>
          <div class="shell">
            <a class="skip-link" href="#main">
              {page.texts.app.skip}
            </a>
            <TopBar />
            {page.url.wall ? <WallBar /> : null}
            <ConnectionBanner />
            {View === undefined ? <p class="empty">{page.texts.state.viewMissing}</p> : h(View)}
          </div>
        </ElConfigProvider>
      );
    };
  },
  { name: 'PageShell' },
);
