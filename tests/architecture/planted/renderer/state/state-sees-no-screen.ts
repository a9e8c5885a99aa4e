export type { Target } from '../app/target';
