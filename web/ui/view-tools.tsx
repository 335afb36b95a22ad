import { defineComponent } from 'vue';
import { CopyLink } from './copy-link.tsx';

/** Tools that every view has at the end of its tool row: what is shown, taken elsewhere. */
export const ViewTools = defineComponent(() => () => <CopyLink />, { name: 'ViewTools' });
