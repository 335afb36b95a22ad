import { defineComponent } from 'vue';
import { usePage } from '../state/page.ts';

/** What the user should know about the link or the data, each with what to do about it. */
export const Notices = defineComponent(
  () => {
    const page = usePage();
    return () =>
      page.notices.length === 0 ? null : (
        <section class="notices" aria-label={page.texts.notice.label}>
          <ul aria-live="polite">
            {page.notices.map((notice) => (
              <li key={notice.key} class={['notice', notice.kind]}>
                <span>{notice.text(page.texts, page.lang)}</span>
                <button
                  type="button"
                  class="plain-button small"
                  onClick={() => {
                    page.dismiss(notice.key);
                  }}
                >
                  {page.texts.notice.close}
                </button>
              </li>
            ))}
          </ul>
        </section>
      );
  },
  { name: 'PageNotices' },
);
