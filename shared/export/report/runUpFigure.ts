/** The run-up as a drawing: phases with what is done of them, gates, today, and the go-live diamond at the end. */
import type { CalendarDate } from '../../domain/base/dates';
import { phaseStanding, type RunUp, type RunUpGate, type RunUpPhase } from '../../domain/commands/runUp';
import { formatDate } from '../../domain/format/dates';
import { line, polygon, rect, text, type Primitive } from '../../domain/gantt/primitive';
import { marksToSvg, svgFigure } from '../svg';
import { fitLine, textWidth } from '../svgText';

const WIDTH = 1040;
const HEIGHT = 76;
/** Room for half of the go-live diamond. */
const END = WIDTH - 12;
const BAR = { y: 28, height: 8 } as const;
const NAME_SIZE = 12;
const SMALL_SIZE = 11;
const GAP = 3;

export function runUpFigure(runUp: RunUp, today: CalendarDate): string {
  const done = `Working day ${String(Math.max(0, runUp.day))} of ${String(runUp.days)}`;
  return svgFigure({
    width: WIDTH,
    height: HEIGHT,
    title: 'Run-up to go-live',
    description: `${done}; go-live on ${formatDate(runUp.goLive, 'full')}. The phases and gates stand in the tables below.`,
    key: 'run-up',
    body: [
      marksToSvg([
        ...runUp.phases.flatMap((phase) => phaseMarks(phase, today)),
        ...gateMarks(runUp),
        ...todayMarks(runUp.todayAt),
        polygon({
          sign: 'goLive',
          points: [END, BAR.y - 4, END + 8, BAR.y + 4, END, BAR.y + 12, END - 8, BAR.y + 4],
          fill: 'accent',
        }),
      ]),
    ],
  });
}

function phaseMarks(phase: RunUpPhase, today: CalendarDate): Primitive[] {
  const x = phase.from * END;
  const width = Math.max(1, phase.share * END - GAP);
  const name = fitLine(phase.name, width, NAME_SIZE);
  const standing = fitLine(phaseStanding(phase, today), width, SMALL_SIZE);
  const box = { sign: 'item' as const, x, ...BAR, radius: 2 };
  return [
    rect({ ...box, width, fill: 'line-strong' }),
    ...(phase.done > 0 ? [rect({ ...box, width: width * phase.done, fill: 'accent' as const })] : []),
    ...(name === '' ? [] : [text({ sign: 'item', x, y: 54, text: name, size: NAME_SIZE, weight: 'medium' })]),
    ...(standing === ''
      ? []
      : [text({ sign: 'item', x, y: 70, text: standing, size: SMALL_SIZE, tone: 'text-2' })]),
  ];
}

const FLAG_TONES = { late: 'bad', passed: 'accent', ahead: 'text-2' } as const;

/** A gate's name stands before its flag where nothing else does. */
function gateMarks({ gates, todayAt }: RunUp): Primitive[] {
  let free = todayAt === null ? 0 : todayAt * END + 34;
  return gates.flatMap((gate) => {
    const x = gate.at * END;
    const name = fitLine(gate.name, Math.min(180, x - free - 8), SMALL_SIZE);
    const isNamed = name !== '' && textWidth(name, SMALL_SIZE) > 20;
    free = Math.max(free, x + 12);
    const shown = text({
      sign: 'gate',
      x: x - 4,
      y: 14,
      text: name,
      size: SMALL_SIZE,
      tone: gate.state === 'late' ? 'bad' : 'text-3',
      anchor: 'end',
    });
    return [...flag(x, gate.state), ...(isNamed ? [shown] : [])];
  });
}

function flag(x: number, state: RunUpGate['state']): Primitive[] {
  const tone = FLAG_TONES[state];
  return [
    line({ sign: 'gate', points: [x, 4, x, BAR.y - 2], stroke: tone, width: 1.4 }),
    polygon({
      sign: 'gate',
      points: [x, 4, x + 8, 4, x + 6, 7.5, x + 8, 11, x, 11],
      fill: state === 'ahead' ? 'surface' : tone,
      stroke: tone,
      strokeWidth: 1.2,
    }),
  ];
}

function todayMarks(at: number | null): Primitive[] {
  if (at === null) return [];
  const x = at * END;
  const isNearEnd = at > 0.92;
  return [
    rect({ sign: 'today', x: x - 1, y: BAR.y - 8, width: 2, height: 24, radius: 1, fill: 'text' }),
    text({
      sign: 'today',
      x: isNearEnd ? x - 5 : x + 5,
      y: BAR.y - 3,
      text: 'Today',
      size: SMALL_SIZE,
      weight: 'semibold',
      anchor: isNearEnd ? 'end' : 'start',
    }),
  ];
}
