export type { Target } from '../main/target';
