export type { Target } from '../core/target';
