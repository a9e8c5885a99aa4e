export type { Target } from '../ui/target';
