export type { Target } from '../../shared/document/target';
