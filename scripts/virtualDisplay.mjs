/** A screen for machines that have none: Electron needs an X server even to draw into a file. */
import { spawn } from 'node:child_process';
import { endWithThisProcess } from './processes.mjs';

export const hasDisplay = (env = process.env) =>
  process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/**
 * Starts Xvfb on a free display number of its own choosing and resolves to that display. It is run directly and
 * not through xvfb-run because that wrapper leaves the server behind when it is stopped by a signal.
 */
export function startVirtualDisplay() {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const lifetime = endWithThisProcess((signal) => server.kill(signal));
  const stop = () => {
    lifetime.dispose();
    server.kill('SIGTERM');
  };

  return new Promise((resolve, reject) => {
    let complaints = '';
    let announced = '';
    server.stderr.on('data', (chunk) => (complaints += chunk));
    server.stdio[3].on('data', (chunk) => {
      announced += chunk;
      if (announced.includes('\n')) resolve({ name: `:${announced.trim()}`, stop });
    });
    server.on('error', (error) => {
      lifetime.dispose();
      reject(new Error(`The virtual display (Xvfb) cannot be started: ${error.message}`));
    });
    server.on('exit', (code) => {
      lifetime.dispose();
      reject(new Error(`The virtual display (Xvfb) ended with code ${code}: ${complaints.trim()}`));
    });
  });
}
