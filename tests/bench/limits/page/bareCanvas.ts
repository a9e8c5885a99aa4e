/**
 * The limit of the timeline: list and chart of a plan on one canvas, only the rows in sight, drawn anew once a frame.
 * No document, no schedule, no focus, no roles, nothing a screen reader could read.
 */
import { mountDrawing, type Drawing } from './bareDrawing';
import { barePlan, type BareLink, type BarePlan } from './barePlan';

const ROW = 28;
const DAY = 24;
const LIST = 432;
const HEAD = 48;
const BUCKET = 64;
const DAYS = 760;
const DATE = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', timeZone: 'UTC' });
const MS_PER_DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2027, 0, 4);

export interface BareCanvas extends Drawing {
  /** Draws in the next frame. */
  readonly edit: (row: number, duration: number) => void;
}

export function mountBareCanvas(tasks: number): BareCanvas {
  const plan = barePlan(tasks);
  const room = { width: LIST + DAYS * DAY, height: HEAD + tasks * ROW };
  const drawing = mountDrawing(room, (context, width, height) => {
    const chart = new Chart(context, plan, width, height);
    return (left, top) => chart.draw(left, top);
  });
  return {
    ...drawing,
    edit: (row, duration) => {
      const task = plan.tasks[row];
      if (task !== undefined) task.duration = duration;
      drawing.ask();
    },
  };
}

class Chart {
  /** Links by 64 rows, so that those in sight are found without looking at all. */
  private readonly buckets: BareLink[][] = [];
  private readonly dates = new Map<number, string>();

  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly plan: BarePlan,
    private readonly width: number,
    private readonly height: number,
  ) {
    for (const link of plan.links) {
      const last = Math.floor(Math.max(link.from, link.to) / BUCKET);
      for (let bucket = Math.floor(Math.min(link.from, link.to) / BUCKET); bucket <= last; bucket++) {
        (this.buckets[bucket] ??= []).push(link);
      }
    }
  }

  draw(left: number, top: number): void {
    const { context, width, height } = this;
    const first = Math.max(0, Math.floor(top / ROW));
    const last = Math.min(this.plan.tasks.length - 1, Math.ceil((top + height) / ROW));
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    this.drawWeekends(left);
    context.save();
    context.beginPath();
    context.rect(LIST, HEAD, width, height);
    context.clip();
    this.drawLinks(left, top, first, last);
    for (let row = first; row <= last; row++) this.drawBar(row, left, top);
    context.restore();
    context.font = '13px sans-serif';
    context.fillStyle = '#0f172a';
    for (let row = first; row <= last; row++) this.drawText(row, top);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, HEAD);
  }

  private drawWeekends(left: number): void {
    this.context.fillStyle = '#f1f5f9';
    for (let day = Math.floor(left / DAY / 7) * 7 + 5; day * DAY < left + this.width - LIST; day += 7) {
      this.context.fillRect(LIST + day * DAY - left, 0, 2 * DAY, this.height);
    }
  }

  private drawLinks(left: number, top: number, first: number, last: number): void {
    const { context, plan } = this;
    const seen = new Set<BareLink>();
    context.strokeStyle = '#64748b';
    context.beginPath();
    for (let bucket = Math.floor(first / BUCKET); bucket <= Math.floor(last / BUCKET); bucket++) {
      for (const link of this.buckets[bucket] ?? []) {
        const from = plan.tasks[link.from];
        const to = plan.tasks[link.to];
        const isInSight = Math.max(link.from, link.to) >= first && Math.min(link.from, link.to) <= last;
        if (!isInSight || seen.has(link) || from === undefined || to === undefined) continue;
        seen.add(link);
        const x1 = LIST + (link.type === 'SS' ? from.start : from.start + from.duration) * DAY - left;
        const x2 = LIST + (link.type === 'FF' ? to.start + to.duration : to.start) * DAY - left;
        const y1 = HEAD + link.from * ROW + 12 - top;
        const y2 = HEAD + link.to * ROW + 12 - top;
        context.moveTo(x1, y1);
        context.lineTo(x1 + 8, y1);
        context.lineTo(x1 + 8, y2 - 14);
        context.lineTo(x2 - 8, y2 - 14);
        context.lineTo(x2 - 8, y2);
        context.lineTo(x2, y2);
      }
    }
    context.stroke();
  }

  private drawBar(row: number, left: number, top: number): void {
    const task = this.plan.tasks[row];
    if (task === undefined) return;
    const x = LIST + task.start * DAY - left;
    const y = HEAD + row * ROW - top;
    const width = Math.max(10, task.duration * DAY);
    if (x > this.width || x + width < LIST) return;
    const { context } = this;
    context.fillStyle = task.isSummary ? '#334155' : row % 7 === 0 ? '#dc2626' : '#3b82f6';
    context.fillRect(x, y + 5, width, task.isSummary ? 8 : 14);
    context.fillStyle = '#1d4ed8';
    context.fillRect(x, y + 5, width * task.done, 8);
    context.fillStyle = '#94a3b8';
    context.fillRect(x - 12, y + 21, width, 4);
  }

  private drawText(row: number, top: number): void {
    const task = this.plan.tasks[row];
    if (task === undefined) return;
    const { context } = this;
    const y = HEAD + row * ROW - top + 18;
    context.save();
    context.beginPath();
    context.rect(0, y - 18, 216, ROW);
    context.clip();
    context.fillText(task.name, task.isSummary ? 4 : 20, y);
    context.restore();
    context.fillText(this.dateOf(task.start), 224, y);
    context.fillText(this.dateOf(task.start + task.duration), 294, y);
    context.fillText(`${String(task.duration)}d`, 364, y);
  }

  private dateOf(day: number): string {
    let text = this.dates.get(day);
    if (text === undefined) {
      text = DATE.format(FIRST_DAY + day * MS_PER_DAY);
      this.dates.set(day, text);
    }
    return text;
  }
}
