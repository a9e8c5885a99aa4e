export type { Target } from '../../renderer/state/target';
