/** The only reader of `window.workbook`: what the machine can do for the window, typed. */
import type { Bridge } from '../../shared/ipc/contract';

declare global {
  interface Window {
    readonly workbook: Bridge;
  }
}

export const desktop: Bridge = window.workbook;
