/** Small drawings for buttons, 16 px, in the colour of the text. */
const icon = (path: string) => () => (
  <svg class="icon" width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
    <path d={path} stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);

export const UndoIcon = icon('M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6');
export const RedoIcon = icon('m10.5 3 3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H10');
export const CodeIcon = icon('M5 4 1.5 8 5 12M11 4l3.5 4L11 12M9 3 7 13');
export const ExportIcon = icon('M8 2v8M5 7l3 3 3-3M2.5 12.5v1h11v-1');
export const LinkIcon = icon(
  'M6.5 9.5a3 3 0 0 0 4.3 0l2-2a3 3 0 0 0-4.3-4.3l-.8.8M9.5 6.5a3 3 0 0 0-4.3 0l-2 2a3 3 0 0 0 4.3 4.3l.8-.8',
);
export const PauseIcon = icon('M5.5 3.5v9M10.5 3.5v9');
export const PlayIcon = icon('M5 3.5v9l7-4.5-7-4.5z');
