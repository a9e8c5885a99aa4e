/** The entry of the core process: it connects the service to whoever started it. */
import { CoreService } from './coreService';
import { documentReader } from './documentReader';
import type { ParentPort } from './ports';

/** Electron gives utility processes this port; a process started in any other way has none. */
const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };

// A limit on the size of files is to be an error that people are told of, not the end of this process.
process.on('SIGXFSZ', () => undefined);
if (parentPort === undefined) throw new Error('The core is started by the app, not by hand.');
new CoreService(parentPort, documentReader, () => new Date());
