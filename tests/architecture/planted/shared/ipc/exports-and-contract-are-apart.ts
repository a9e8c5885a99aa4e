export type { Target } from '../export/target';
