export type { Target } from '../../electron/main/target';
