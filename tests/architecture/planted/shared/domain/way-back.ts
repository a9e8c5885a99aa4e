import type { Egg } from './no-cycles';

export type Hen = { readonly hatchedFrom?: Egg };
