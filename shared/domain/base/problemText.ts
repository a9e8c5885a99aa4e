/** What the app says about a problem: what is wrong, what is safe, what to do next. */
import { formatNumber, formatPercent } from '../format/amounts';
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/money';
import { majorText } from './currency';
import type { CalendarDate } from './dates';
import type { Problem, ProblemCode, ProblemFacts } from './problem';

/** How dates and money are written within a text. */
export interface FactStyle {
  readonly date: (date: CalendarDate) => string;
  readonly money: (minorUnits: number, currency: string) => string;
}

/** As the window shows them elsewhere: `Mon, Sep 14, 2026`, `$1,200.00`. */
const IN_WINDOW: FactStyle = {
  date: (date) => formatDate(date, 'weekdayYear'),
  money: (minorUnits, currency) => formatMoney(minorUnits, currency, { cents: true }),
};

/** As the command line and files have them: `2026-09-14`, `USD 1200.00`. */
export const IN_FILES: FactStyle = {
  date: (date) => date,
  money: (minorUnits, currency) => `${currency} ${majorText(minorUnits, currency)}`,
};

type Texts = {
  readonly [C in ProblemCode]: (facts: Readonly<ProblemFacts[C]>, style: FactStyle) => string;
};

const TEXTS: Texts = {
  'field/fixed': (f) =>
    `“${f.label}” stays as it was written. If it is wrong, move the record to the bin and add another (${f.register}).`,
  'field/required': (f) => `“${f.label}” must not be empty.`,
  'baseline/unreadable': (f) =>
    `The figures of the baseline “${f.title}” cannot be read: a newer version of the app took it, or the copy it came with was damaged. Its name and reason are kept, and the plan is not affected. Compare with another baseline, or update the app.`,
  'baseline/unsealed': (f) =>
    `The figures of the baseline “${f.title}” do not add up: something changed them after it was taken, such as a damaged copy or another program. The plan is not affected. Do not rely on this baseline; compare with another one.`,
  'baseline/tooLarge': (f) =>
    `The plan is too large for a baseline: its tasks and costs come to ${(f.bytes / 1e6).toFixed(1)} MB, and a baseline holds ${(f.most / 1e6).toFixed(1)} MB. Nothing was changed. “Send a copy…” keeps the whole plan as a file instead.`,
  'field/notFigures': (f) =>
    `“${f.label}” is taken from the plan, not typed. Use “Take baseline” to add one.`,
  'field/notText': (f) => `“${f.label}” takes text.`,
  'field/tooLong': (f) =>
    `“${f.label}” is ${f.length.toLocaleString('en-US')} characters long; at most ${f.maxLength.toLocaleString('en-US')} fit. Shorten it${f.maxLength < 40 ? '' : ', or put the rest into the notes'}.`,
  'field/notANumber': (f) =>
    `“${f.label}” takes a number, and “${f.given}” is not one. Type digits, for instance 12 or 1.5.`,
  'field/numberAsText': (f) =>
    `“${f.label}” takes a number, and “${f.given}” is text. Leave out the quotation marks.`,
  'field/notWhole': (f) => `“${f.label}” takes a whole number, and “${f.given}” is not one.`,
  'field/notMinorUnits': (f) =>
    `“${f.label}” takes a whole number of the smallest unit of its currency, so 120000 cents for 1,200 dollars; “${f.given}” is not whole.`,
  'field/tooManyDecimals': (f) =>
    f.most === 0
      ? `“${f.label}” takes no decimals; “${f.given}” has some.`
      : `“${f.label}” keeps at most ${String(f.most)} decimals; “${f.given}” has more.`,
  'field/outOfRange': (f) => `“${f.label}” must ${limitsText(f)}.`,
  'field/notADate': (f, { date }) =>
    `“${f.label}” takes a date that exists between 1950 and 2199, such as ${date('2027-03-01')}; “${f.given}” is not one.`,
  'field/notAnOption': (f) => `“${f.label}” takes one of: ${f.options}. “${f.given}” is not among them.`,
  'field/notYesOrNo': (f) => `“${f.label}” takes yes or no, and “${f.given}” is neither.`,
  'field/notTrueOrFalse': (f) => `“${f.label}” takes true or false, and “${f.given}” is neither.`,
  'field/notAReference': (f) =>
    `“${f.label}” takes one of the ${spaced(f.register)}; “${f.given}” is not there.`,
  'field/ambiguous': (f) =>
    `“${f.label}” takes one of the ${spaced(f.register)}, and several are called “${f.given}”. Pick one from the list, or give its id.`,
  'field/notAnId': (f) =>
    `“${f.label}” takes the id of one of the ${spaced(f.register)}; “${f.given}” is none.`,
  'field/notAList': (f) => `“${f.label}” takes a list.`,
  'field/tooMany': (f) => `“${f.label}” lists ${String(f.count)}; at most ${String(f.most)} fit.`,
  'field/notScores': (f) =>
    `“${f.label}” takes a score for each of ${f.scales}; “${f.given}” does not say which.`,
  'field/unknown': (f) => `${f.register} has no field “${f.field}”. It has: ${f.known}.`,
  'field/computed': (f) => `${f.register}: “${f.field}” is calculated and cannot be set.`,
  'record/unknown': (f) => `There is no record ${f.id} in ${f.register}.`,
  'record/exists': (f) => `${f.register} already has a record ${f.id}.`,
  'record/badId': (f) => `“${f.id}” is not a record id (a UUID in lower case).`,
  'record/notAnObject': (f) => `A record is an object of fields; this is ${f.found}.`,
  'record/inUse': (f) => `“${f.title}” is still used by ${f.users}.`,
  'record/singleton': (f) => `${f.register} is a single record; it can be changed, not added or archived.`,
  'register/unknown': (f) => `There is no register “${f.given}”. There are: ${f.known}.`,
  'link/itself': (f) => `“${f.title}” cannot wait for itself.`,
  'link/duplicate': (f) => `“${f.successor}” already waits for “${f.predecessor}”. Change that link instead.`,
  'link/cycle': (f) => `This link would close a circle: ${f.path}. Remove one of these links first.`,
  'link/withinSummary': (f) =>
    `“${f.title}” lies under “${f.summary}”, so neither can wait for the other. Link the tasks under it instead.`,
  'link/toSummary': (f) =>
    `“${f.title}” is a summary: only finish-to-start and start-to-start links can lead to it, not ${f.type}.`,
  'task/underItself': (f) => `“${f.title}” cannot lie under itself.`,
  'task/parentCycle': (f) =>
    `“${f.title}” cannot go under “${f.parent}”, which lies under it: no task can lie under itself.`,
  'task/parentInCircle': (f) =>
    `“${f.title}” cannot go under “${f.parent}”: with the links there are, that would close a circle: ${f.path}. Remove one of the links first.`,
  'rule/needsDate': (f) => `“${f.title}”: the rule “${f.rule}” needs a date.`,
  'cost/endBeforeStart': (f, { date }) =>
    `“${f.title}” would end (${date(f.end)}) before it starts (${date(f.start)}).`,
  'roadmap/endBeforeStart': (f, { date }) =>
    `“${f.title}” would end (${date(f.end)}) before it starts (${date(f.start)}).`,
  'assignment/nobody': (f) => `Name a person or a role who works on “${f.title}”.`,
  'edits/badEntry': (f) => `Edit ${String(f.index + 1)}: ${f.reason} Nothing was changed.`,
  'plan/linkSuspended': (f) =>
    `The link from “${f.predecessor}” to “${f.successor}” closes a circle and is left out of the schedule. Remove one link of the circle.`,
  'plan/parentSuspended': (f) =>
    `“${f.title}” and “${f.parent}” each lie under the other; “${f.title}” is shown at the top.`,
  'plan/linkDangling': (f) => `A link leads to ${f.missing} and is left out of the schedule.`,
  'plan/linkIgnored': (f) =>
    `A ${f.type} link to the summary “${f.title}” has no effect; summaries take FS and SS only.`,
  'plan/noStart': () => 'The plan has no start date. Set it in Organization; until then it starts today.',
  'plan/noCalendarDays': (f) =>
    `The calendar “${f.calendar}” has no working day; Monday to Friday is used instead.`,
  'plan/beyondHorizon': (f, { date }) =>
    `“${f.title}” would end after ${date(f.limit)}. Check its duration and its links.`,
  'plan/emptySummary': (f) => `The summary “${f.title}” has no tasks.`,
  'plan/deadlineMissed': (f, { date }) =>
    `“${f.title}” finishes ${date(f.finish)}, after its deadline ${date(f.deadline)}.`,
  'plan/constraintBroken': (f, { date }) => `“${f.title}” cannot keep its rule “${f.rule} ${date(f.date)}”.`,
  'plan/noOwner': (f, { date }) => `“${f.title}” starts ${date(f.start)} and has no owner.`,
  'plan/unlinked': (f) => `“${f.title}” is linked to no other task, so nothing moves it.`,
  'plan/refDangling': (f) => `“${f.title}”: ${f.label} points to a record that is not there.`,
  'plan/archivedButEdited': (f) =>
    `“${f.title}” was archived at one site and edited at another${f.by === '' ? '' : ` (${f.by})`}. It is in the bin with the edit kept.`,
  'plan/unresolved': (f) =>
    `“${f.title}”: ${f.label} has ${String(f.count)} values written apart. Choose one.`,
  'budget/noStart': (f) => `“${f.title}” has no month; it is counted in the first month of the budget.`,
  'budget/outsideHorizon': (f) => `“${f.title}” falls outside the months of the budget and is not counted.`,
  'budget/noPrice': (f) => `“${f.title}” has no price yet.`,
  'budget/nothingPriced': (f) =>
    `None of the ${String(f.lines)} cost lines has a price yet, so the budget says 0. Type what you are quoted, the largest first.`,
  'budget/noQuantity': (f) =>
    `“${f.title}” counts ${f.driver}, but the practice profile does not say how many. It is counted as none.`,
  'budget/negative': (f) => `“${f.title}” has a negative figure and is not counted.`,
  'budget/endBeforeStart': (f) => `“${f.title}” ends before it starts and is not counted.`,
  'budget/aboveFunding': (f, { money }) =>
    `The budget exceeds its funding of ${money(f.funding, f.currency)} by ${money(f.over, f.currency)}.`,
  'budget/quantityDiffers': (f) =>
    `“${f.title}” counts ${f.typed}; the practice profile says ${f.profile} (${f.driver}).`,
  'risk/needsAttention': (f) => `“${f.title}” scores ${String(f.score)} and has no ${f.missing}.`,
  'risk/reviewOverdue': (f, { date }) => `“${f.title}” was to be reviewed ${date(f.due)}.`,
  'risk/residualHigher': (f) => `“${f.title}” is rated worse after the response than before it.`,
  'resources/tooMuch': (f, { date }) => {
    const worst =
      f.percent === null
        ? `without any working time in the week of ${date(f.week)}`
        : `${formatPercent(f.percent)} in the week of ${date(f.week)}`;
    return f.weeks === 1
      ? `“${f.person}” has more work than time: ${worst}.`
      : `“${f.person}” has more work than time for ${formatNumber(f.weeks)} weeks from ${date(f.from)}, at most ${worst}.`;
  },
  'resources/absent': (f, { date }) =>
    f.start === f.finish
      ? `“${f.person}” has no working time on ${date(f.start)}, when “${f.task}” is planned.`
      : `“${f.person}” has no working time from ${date(f.start)} to ${date(f.finish)}, when “${f.task}” is planned.`,
  'resources/onSummary': (f) =>
    `Somebody is assigned to the summary “${f.task}”, which counts for nothing. Assign the tasks under it.`,
  'resources/roleOpen': (f) => `“${f.task}” is for whoever is “${f.role}”, and nobody is yet.`,
  'resources/personGone': (f) => `“${f.person}” is in the bin and still assigned to “${f.task}”.`,
  'resources/twice': (f) => `“${f.person}” is assigned to “${f.task}” more than once; it counts each time.`,
  'approval/contradictory': (f) =>
    `“${f.title}” was decided both ways: ${f.sides}. Both are kept; choose which stands, or decide anew.`,
  'approval/factsChanged': (f) =>
    `“${f.title}”: ${f.decision} was said at ${f.was}; now ${f.now}. Ask again whether it holds.`,
  'approval/noDecision': () => 'Say what was decided: go, with conditions, no-go, or deferred.',
  'approval/noPerson': () => 'Say who decided: choose a person, or write the name.',
  'gate/undecided': (f, { date }) => `The gate “${f.title}” was ${date(f.due)}, and nothing was decided.`,
  'gate/mustOpen': (f) =>
    f.count === 1
      ? `The gate “${f.title}” was decided “go”, and a must is not met: ${f.criterion}.`
      : `The gate “${f.title}” was decided “go”, and ${String(f.count)} musts are not met, the first: ${f.criterion}.`,
  'gate/noReason': (f) => `“${f.title}” was accepted as it is, without a reason.`,
  'file/notFound': (f) => `“${f.name}” is not there. Check the name and the drive.`,
  'file/unreadable': (f) => `“${f.name}” could not be read (${f.reason}). Nothing was changed.`,
  'file/unwritable': (f) =>
    `“${f.name}” could not be written (${f.reason}). What was there before is untouched; choose another place.`,
  'file/diskFull': (f) =>
    `The disk is full, so “${f.name}” was not written. What was there before is untouched. Free some space or choose another drive.`,
  'file/notGolive': (f) =>
    `“${f.name}” is not a Golive Workbook file. Nothing was changed.${/\.(csv|tsv|xlsx)$/i.test(f.name) ? ' To take over its rows, import it into a plan.' : ''}`,
  'file/damaged': (f) =>
    `“${f.name}” is damaged (${f.what}) and was not opened, so nothing wrong gets in. Ask for the file again, or restore a backup.`,
  'file/tooLarge': (f) =>
    `“${f.name}” is too large (${f.size}; the limit is ${f.limit}). Nothing was changed.`,
  'file/newer': (f) =>
    `“${f.name}” was written by a newer version of the app (format ${String(f.format)}; this one knows ${String(f.known)}). This one cannot open it. Nothing was changed; update the app and open it again.`,
  'file/hostile': (f) =>
    `“${f.name}” holds something no workbook has (${f.what}) and was refused. Nothing was changed.`,
  'file/empty': (f) => `“${f.name}” is empty. Nothing was changed.`,
  'file/unknownKind': (f) => `“${f.name}” is of a kind that cannot be read here. These can: ${f.known}.`,
  'file/notJson': (f) => `“${f.name}” is not valid JSON: ${f.reason}. Nothing was changed.`,
  'file/wrongJson': (f) => `“${f.name}” must hold ${f.wanted}; it holds ${f.found}. Nothing was changed.`,
  'file/notXml': (f) => `“${f.name}” is not valid XML: ${f.reason}. Nothing was changed.`,
  'file/notMsProject': (f) =>
    `“${f.name}” is not a Microsoft Project XML file. In MS Project choose Save As, XML Format.`,
  'file/noColumns': (f) =>
    `None of the columns of “${f.name}” belongs to ${f.register}. Known columns: ${f.columns}.`,
  'file/row': (f) => `Row ${String(f.row)}: ${f.problem}`,
  'file/record': (f) => `${f.register}, record ${String(f.record)}: ${f.problem}`,
  'import/twice': (f) => `“${f.title}” stands in the file a second time; the first row counts.`,
  'import/severalOfName': (f) =>
    `More than one record of ${f.register} is called “${f.title}”. Give the file a column with their ids, or rename one.`,
  'import/tooManyMisfits': (f) =>
    `More than ${String(f.count)} rows break a rule of the plan, so that none was taken over. Check which column goes where.`,
  'merge/differentWorkbooks': (f) =>
    `“${f.first}” and “${f.second}” are different workbooks, not copies of one, and cannot be merged. Nothing was written.`,
  'merge/forked': (f) =>
    `“${f.first}” and “${f.second}” claim the same history with different content; one of them is damaged. Nothing was written. Keep both files and merge an older copy.`,
  'document/readOnly': (f) =>
    `This workbook was written by a newer version of the app (format ${String(f.format)}; this one knows ${String(f.known)}). It is open for reading; update the app to edit it.`,
  'pack/unknown': (f) => `There is no starter pack “${f.given}”. There are: ${f.known}.`,
  'pack/badAnswer': (f) =>
    `The answer to “${f.question}” does not fit: ${f.reason} In a file of answers it is called “${f.answer}”.`,
  'pack/noGoLive': (f, { date }) =>
    `No start leads to a go-live by ${date(f.wanted)}. Give the first day of work instead, or choose a pack that has a go-live.`,
  'pack/pricesLeftOut': (f) =>
    `The prices of this pack are in ${f.prices} and are not converted: in ${f.plan} ${String(f.lines)} cost lines have no price yet, and the budget is not complete. Type what you are quoted on the Costs page, the largest first.`,
  'pack/unknownAnswer': (f) => `The pack asks no question “${f.given}”. It asks: ${f.known}.`,
  'storage/notSaved': (f) =>
    `Not everything you see is saved on this computer (${f.reason}). It is still in this window: send a copy to another drive now.`,
  'storage/diskFull': () =>
    'The disk of this computer is full, so the last changes are not saved. They are still in this window. Free some space, and they are saved by themselves; or send a copy to another drive now.',
  'storage/folderRemade': () =>
    'The folder of this plan was gone from this computer. It has been made anew and holds the whole plan; older backups and the history of changes went with it.',
  'storage/stopped': (f) =>
    `The part of the app that writes to the disk stopped ${String(f.times)} times within a minute and was not started again. What was shown as saved is on the disk. Try again; if it stops once more, close the app and start it again, and copy the diagnostics (in About) for whoever helps you.`,
  'backup/secondMissing': (f) =>
    `The second backup folder “${f.name}” is not there, so no copy was put into it. The backup on this computer was made. Plug the drive in or connect to the network, or choose another folder on the Backups page.`,
  'backup/secondFull': (f) =>
    `The drive of the second backup folder “${f.name}” is full, so no copy was put into it. The backup on this computer was made. Free some space there, or choose another folder on the Backups page.`,
  'backup/secondUnwritable': (f) =>
    `Nothing can be written into the second backup folder “${f.name}” (${f.reason}). The backup on this computer was made. Choose another folder on the Backups page.`,
  'folder/notShown': (f) =>
    `The folder could not be shown (${f.reason}). Its place is written on this page, so that you can open it yourself.`,
  'storage/restored': (f) =>
    `${f.what} was damaged and has been restored from the other copies. Nothing that was shown as saved is missing.`,
  'storage/incomplete': (f) =>
    `${f.what} was damaged, and not everything in it could be restored from the other copies. What is shown is sound; compare it with the newest backup or with a copy on another computer.`,
  'settings/notKept': (f) =>
    `This setting holds until the app is closed; it could not be kept for the next start (${f.reason}). Your plans are not concerned.`,
  'runtime/missing': (f) => `This needs the app's window runtime, and ${f.what}`,
  'job/cancelled': () => 'Canceled. Nothing was written.',
  usage: (f) => f.message,
};

/** The words in the name of a register: `funding sources`. */
function spaced(register: string): string {
  return register.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function limitsText({ min, max, given }: ProblemFacts['field/outOfRange']): string {
  if (max === '') return `be at least ${min}; “${given}” is less`;
  if (min === '') return `be at most ${max}; “${given}” is more`;
  return `lie between ${min} and ${max}; “${given}” does not`;
}

/** More of what somebody pasted would hide what is said about it. */
const MOST_QUOTED = 400;

function quoted(fact: unknown): unknown {
  if (typeof fact !== 'string' || fact.length <= MOST_QUOTED) return fact;
  return `${fact.slice(0, MOST_QUOTED).trimEnd()}…`;
}

export function problemText(problem: Problem, style: FactStyle = IN_WINDOW): string {
  const text = TEXTS[problem.code] as (facts: Record<string, unknown>, style: FactStyle) => string;
  const facts = Object.entries(problem.facts).map(([name, fact]) => [name, quoted(fact)]);
  return text(Object.fromEntries(facts) as Record<string, unknown>, style);
}
