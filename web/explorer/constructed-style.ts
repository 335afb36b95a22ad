import { useEffect } from 'react';

/**
 * Stands in for the package `react-style-singleton` (see web/vite.config.ts), which GraphiQL's dialogs and menus use to
 * hold the page still behind them. The package adds a style element, which the strict content-security policy refuses; a
 * constructed sheet holds the same rules and needs no exception. Chromium has had it since 73.
 */
export function stylesheetSingleton(): { add(style: string): void; remove(): void } {
  let users = 0;
  let sheet: CSSStyleSheet | null = null;
  return {
    add(style) {
      users += 1;
      if (users > 1) return;
      sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    remove() {
      users -= 1;
      if (users > 0) return;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      sheet = null;
    },
  };
}

/** A hook that keeps the rules in force while its component is there. */
export function styleHookSingleton(): (styles: string, dynamic?: boolean) => void {
  const sheet = stylesheetSingleton();
  return (styles, dynamic = false) => {
    useEffect(() => {
      sheet.add(styles);
      return () => {
        sheet.remove();
      };
    }, [dynamic ? styles : '']);
  };
}

/** The same as a component without output. */
export function styleSingleton(): (props: { readonly styles: string; readonly dynamic?: boolean }) => null {
  const useStyle = styleHookSingleton();
  return function ConstructedStyle({ styles, dynamic }) {
    useStyle(styles, dynamic);
    return null;
  };
}
