export type { Target } from '../sync/target';
