/**
 * Runs the compiler over every runtime's tsconfig: the tests refer to all of them, and each is checked before what
 * imports it. What has not changed is not checked again.
 */
import { run, toolCommand } from './processes.mjs';

process.exitCode = await run([...toolCommand('typescript', 'tsc'), '-b', 'tests']);
