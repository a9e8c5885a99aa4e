/** Runs the built command line in folders of its own and reads what it says. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';

const GOLIVE = path.resolve('out/cli/golive.js');

export interface Said {
  readonly exitCode: number | null;
  /** Standard output, which carries only results. */
  readonly result: string;
  /** Standard error, which carries only messages. */
  readonly messages: string;
}

export interface DumpedConflict {
  readonly register: string;
  readonly id: string;
  readonly field: string;
  readonly values: readonly { readonly value: unknown; readonly by: string; readonly at: string }[];
}

export type DumpedRecord = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Dump {
  readonly registers: Readonly<Record<string, readonly DumpedRecord[]>>;
  readonly schedule: {
    readonly goLive: string | null;
    readonly projectFinish: string;
    readonly tasks: Readonly<
      Record<
        string,
        { start: string; finish: string; totalFloatDays: number; freeFloatDays: number; critical: boolean }
      >
    >;
  };
  readonly budget: Readonly<Record<string, unknown>> & {
    readonly byMonth: Readonly<Record<string, number>>;
    readonly byFiscalYear: Readonly<Record<string, number>>;
  };
  readonly findings: readonly { readonly code: string; readonly register: string | null }[];
}

/** A folder for one test, with the commands run inside it. */
export class Desk {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'golive-cli-'));

  run(...args: readonly string[]): Said {
    const { status, stdout, stderr } = spawnSync(process.execPath, [GOLIVE, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return { exitCode: status, result: stdout, messages: stderr };
  }

  /** Runs a command that must succeed. */
  done(...args: readonly string[]): Said {
    const said = this.run(...args);
    expect(said.exitCode, `golive ${args.join(' ')}\n${said.messages}`).toBe(0);
    return said;
  }

  /** Runs a command that must be refused with a message and no result. */
  refused(...args: readonly string[]): string {
    const said = this.run(...args);
    expect(said.exitCode, `golive ${args.join(' ')}\n${said.messages}`).toBe(1);
    expect(said.result).toBe('');
    expect(said.messages, 'a message, not a stack').not.toMatch(/^\s+at /m);
    return said.messages;
  }

  /** A plan without tasks or costs that starts on Monday, March 1, 2027. */
  blankPlan(file: string): string {
    this.done('new', '--pack', 'blank', '--start', '2027-03-01', '-o', file);
    return file;
  }

  write(file: string, content: string | Uint8Array): string {
    writeFileSync(path.join(this.folder, file), content);
    return file;
  }

  bytes(file: string): Buffer {
    return readFileSync(path.join(this.folder, file));
  }

  dump(file: string, ...flags: readonly string[]): Dump {
    return JSON.parse(this.dumpText(file, ...flags)) as Dump;
  }

  /** As of one day, so that two dumps differ only where the plans do. */
  dumpText(file: string, ...flags: readonly string[]): string {
    return this.done('dump', file, '--moment', '2027-03-01', ...flags).result;
  }

  /** @returns the ids of the records, in the order of the edits */
  edit(file: string, edits: readonly object[], ...options: readonly string[]): string[] {
    const said = this.done('edit', file, '--from', this.editsFile(edits), ...options);
    return (JSON.parse(said.result) as { ids: string[] }).ids;
  }

  editsFile(edits: unknown): string {
    return this.write('edits.json', JSON.stringify(edits));
  }

  conflicts(reportFile: string): readonly DumpedConflict[] {
    const report = JSON.parse(this.bytes(reportFile).toString()) as { conflicts: DumpedConflict[] };
    return report.conflicts;
  }
}
