export type { Target } from '../../platform/target';
