export type { Target } from '../costs/target';
