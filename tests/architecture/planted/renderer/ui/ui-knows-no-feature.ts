export type { Target } from '../features/risks/target';
