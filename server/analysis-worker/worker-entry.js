// A worker thread does not take over the loader of its process on Node 20, so this entry registers it first.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
