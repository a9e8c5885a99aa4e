export type { Target } from '../../shared/domain/target';
