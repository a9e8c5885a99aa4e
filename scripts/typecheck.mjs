/** Runs the compiler over every runtime's tsconfig, two at a time; what has not changed is not checked again. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, run, toolCommand } from './processes.mjs';

const projects = ['tests', 'renderer', 'electron', 'electron/preload', 'shared', '.'];

const memory = path.join(projectRoot, 'node_modules', '.cache', 'typecheck');
mkdirSync(memory, { recursive: true });

const failed = [];
async function checkNextProjects() {
  for (let project = projects.shift(); project !== undefined; project = projects.shift()) {
    const buildInfo = path.join(memory, `${project.replace(/\W/g, '_')}.tsbuildinfo`);
    const compiler = toolCommand('typescript', 'tsc');
    const code = await run([...compiler, '-p', project, '--incremental', '--tsBuildInfoFile', buildInfo]);
    if (code !== 0) failed.push(project);
  }
}
await Promise.all([checkNextProjects(), checkNextProjects()]);

if (failed.length > 0) {
  console.error(`The compiler found errors in: ${failed.join(', ')}`);
  process.exitCode = 1;
}
