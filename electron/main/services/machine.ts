/** What this app is made of and runs on, and what ended by itself since it was started. */
import { readFile } from 'node:fs/promises';
import { arch, platform, release, totalmem } from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import type { About } from '../../../shared/ipc/contract';
import type { CrashFact, MachineFacts } from '../../../shared/ipc/diagnostics';

const RESOURCES = path.join(__dirname, '../resources');
const MOST_CRASHES = 20;

export async function aboutThisApp(): Promise<About> {
  const [licence, notices] = await Promise.all([
    resource('LICENSE.txt'),
    resource('third-party-notices.txt'),
  ]);
  return { version: app.getVersion(), ...engines(), licence, notices };
}

async function resource(name: string): Promise<string> {
  try {
    return await readFile(path.join(RESOURCES, name), 'utf8');
  } catch {
    return `${name} is missing from this copy of the app.`;
  }
}

function engines(): { readonly electron: string; readonly chrome: string } {
  const { electron, chrome } = process.versions;
  return { electron, chrome };
}

/** Crashes of the app's processes, kept in memory for diagnostics and for telling people once. */
export class Crashes {
  private facts: readonly CrashFact[] = [];
  private isUntold = false;

  add(process: CrashFact['process'], reason: string): void {
    this.facts = [...this.facts, { process, reason, at: Date.now() }].slice(-MOST_CRASHES);
    if (process === 'window') this.isUntold = true;
  }

  /** Whether the window came back after a crash nobody has been told of; asking tells. */
  take(): boolean {
    const { isUntold } = this;
    this.isUntold = false;
    return isUntold;
  }

  machine(): MachineFacts {
    return {
      app: app.getVersion(),
      ...engines(),
      node: process.versions.node,
      system: `${platform()} ${release()} ${arch()}`,
      memory: totalmem(),
      isPackaged: app.isPackaged,
      crashes: this.facts,
    };
  }
}
