/**
 * Element Plus calls its autocomplete field a textbox and lets it point at an option even when none is open; screen
 * readers then announce nothing. Makes it a combobox and takes pointers into nowhere out. Returns how to stop.
 */
export function repairCombobox(field: HTMLElement): () => void {
  const dropDangling = (): void => {
    const id = field.getAttribute('aria-activedescendant');
    if (id !== null && document.getElementById(id) === null) field.removeAttribute('aria-activedescendant');
  };
  const observer = new MutationObserver(dropDangling);
  observer.observe(field, { attributes: true, attributeFilter: ['aria-activedescendant'] });
  field.setAttribute('role', 'combobox');
  if (!field.hasAttribute('aria-expanded')) field.setAttribute('aria-expanded', 'false');
  dropDangling();
  return () => {
    observer.disconnect();
  };
}
