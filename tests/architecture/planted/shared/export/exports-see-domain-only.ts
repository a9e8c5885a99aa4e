export type { Target } from '../document/target';
