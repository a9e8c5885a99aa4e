export type { Doc } from 'yjs';
