/**
 * The colours of the page (ui/styles/tokens.css) hang on `html.dark`; GraphiQL marks the body with the theme that was
 * chosen in its settings, and with nothing where the system decides. Keeps the first in step with the second.
 */
export function keepThemeInStep(document: Document): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const { classList } = document.body;
    const dark = classList.contains('graphiql-dark') || (system.matches && !classList.contains('graphiql-light'));
    document.documentElement.classList.toggle('dark', dark);
  };
  new MutationObserver(apply).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  system.addEventListener('change', apply);
  apply();
}
