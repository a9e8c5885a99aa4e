/** What the limits' page does when the benchmark asks: nothing but the work itself. */
import { bareOpen } from './bareOpen';
import { mountBareCanvas } from './bareCanvas';
import { bareRows, mountBareTable } from './bareTable';

Object.assign(window, { bareOpen, bareRows, mountBareCanvas, mountBareTable });
