import type { Hen } from './way-back';

export type Egg = { readonly laidBy?: Hen };
