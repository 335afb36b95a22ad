import type { Lang } from '../../state/url-state.ts';

/** A sentence of the service inside another one: without its full stop, in English with a small first letter. */
export function sentencePart(text: string, lang: Lang): string {
  const bare = text.replace(/[。.]$/, '');
  return lang === 'en' && /^[A-Z][a-z ]/.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
}

/** English names of segments are written small inside a sentence; abbreviations keep their capitals. */
export function nameInSentence(name: string, lang: Lang): string {
  return lang === 'en' && /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
