/** The entry of the core process: it connects the service to whoever started it. */
import { CoreService } from './coreService';
import { documentReader } from './documentReader';
import type { ParentPort } from './ports';

/** Electron gives utility processes this port; a process started in any other way has none. */
const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };

if (parentPort === undefined) throw new Error('The core is started by the app, not by hand.');
new CoreService(parentPort, documentReader, () => new Date());
