/** The command line: the same plans, checks and exports as the window, for scripts and for people without one. */
import { writeSync } from 'node:fs';
import { version } from '../../package.json';
import { compareCommand } from './compareCommand';
import { checkCommand, dumpCommand } from './dumpCommand';
import { editCommand } from './editCommand';
import { exportCommand } from './exportCommand';
import { importCommand } from './importCommand';
import { mergeCommand } from './mergeCommand';
import { newCommand } from './newCommand';
import { packsCommand } from './packs';
import { failed, type Outcome } from './outcome';
import { usage } from './arguments';

const HELP = `golive: plan and run the implementation of an electronic health record.

  golive packs [--json]
      Lists the starter packs and the answers each takes.
  golive new --pack ID [--answers FILE] [--start DATE] [--as NAME] -o FILE
      Makes a plan from a starter pack. The answers are a JSON object, such as
      {"providers": 8, "sites": ["Hill", "Valley"], "strategy": "phased-by-site", "wantedGoLive": "2027-10-04"};
      what is left out keeps its default. \`golive packs\` says what each pack asks; docs/answers.md explains it.
  golive dump FILE [--all]
      Prints the plan, its schedule, its budget and its findings as JSON.
  golive edit FILE --from EDITS.json [--as NAME]
      Applies edits, all or none: [{register, id, set}, {register, add}, {register, id, archive: true}].
  golive export FILE --format xlsx|html|csv|json|ics|xml|svg|png|pdf [--register R] [--view V] [--paper P] [-o OUT]
      xlsx: the budget workbook, or one register. html: the whole plan as one page to read and print. csv: one register (tasks). json: everything, or one register.
      ics: tasks and milestones. xml: Microsoft Project. svg, png, pdf: --view gantt or roadmap.
  golive import SOURCE (-o FILE [--start DATE] | --into FILE) [--register R] [--skip-bad-rows] [--as NAME]
      Reads CSV, Excel (.xlsx), JSON, .golive and Microsoft Project XML.
  golive merge A B … -o FILE [--report FILE]
      Joins copies of one workbook, in any order. The report is .html, .pdf, .xlsx, .json or .txt.
  golive compare PLAN WHAT-IF
      Prints, as JSON, the key figures of a plan and of a what-if, and every field in which the what-if differs.
  golive check FILE [--json]
      Says whether a file is whole, and what deserves a look in the plan.

  --moment INSTANT   writes and judges as of this instant instead of now
  -h, --help         this text
  --version          the version

Exit codes: 0 done, 1 refused or failed (nothing was changed), 2 wrong usage.
`;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<Outcome>>> = {
  packs: packsCommand,
  new: newCommand,
  dump: dumpCommand,
  edit: editCommand,
  export: exportCommand,
  import: importCommand,
  merge: mergeCommand,
  compare: compareCommand,
  check: checkCommand,
};

async function run(args: readonly string[]): Promise<Outcome> {
  const [name, ...rest] = args;
  if (args.includes('--help') || args.includes('-h') || name === 'help') return { exitCode: 0, output: HELP };
  if (name === '--version') return { exitCode: 0, output: `${version}\n` };
  if (name === undefined) return failed(usage('A command is missing.'), HELP);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return failed(usage(`There is no command “${name}”.`), 'Try: golive --help');
  const outcome = await command(rest);
  return outcome.exitCode === 2
    ? { ...outcome, messages: [...(outcome.messages ?? []), 'Try: golive --help'] }
    : outcome;
}

/** Writes all of it even to a pipe that takes it in pieces. */
function writeAll(file: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

/** @returns why the result could not be put out, such as a full disk behind a redirection */
function putOut(output: string | Uint8Array | undefined): string | undefined {
  try {
    if (output !== undefined) writeAll(1, output);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

void run(process.argv.slice(2)).then((outcome) => {
  for (const message of outcome.messages ?? []) writeAll(2, `${message}\n`);
  const lost = putOut(outcome.output);
  if (lost !== undefined) writeAll(2, `The result could not be put out (${lost}).\n`);
  process.exit(lost === undefined ? outcome.exitCode : 1);
});
