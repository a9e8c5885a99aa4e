/** How this process ends. */
import { setTimeout as pause } from 'node:timers/promises';
import { app } from 'electron';

/**
 * While Node takes its environment down, it waits for what the engine still compiles in the background; a compiler that
 * needs the main thread just then waits for it in turn, and the process stays, without a window, for ever
 * (nodejs/node#47452, #54918: one ending in seventy on a busy machine). In this time those that run come to their end.
 */
const COMPILERS_REST_MS = 300;

/** Ends the app once the engine is at rest; everything is saved and every window closed by then. */
export async function endApp(exitCode = 0): Promise<void> {
  await pause(COMPILERS_REST_MS);
  app.exit(exitCode);
}
