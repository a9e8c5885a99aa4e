export type { Target } from './nowhere';
