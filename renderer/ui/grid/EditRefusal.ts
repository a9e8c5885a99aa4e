/** Around grids of a plan that may only be read: called at every try to write, it says why. */
import { createContext } from 'react';

export const EditRefusal = createContext<(() => void) | null>(null);
