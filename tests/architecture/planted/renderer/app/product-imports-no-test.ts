export type { Target } from '../../tests/target';
