/** In the demo, one line at the top of each page that says what to look at and what to try. */
import type { ReactNode } from 'react';
import { Lightbulb } from 'lucide-react';
import type { PageId } from '../state/navigation';

const NOTES: Readonly<Record<PageId, string>> = {
  overview:
    'The first sentence says when you go live and what decides it. Change anything: this demo is yours.',
  organization: 'What is counted here drives the budget. Change the number of devices, then look at Costs.',
  places: 'Where the record is used, and what happens there when the line or the power fails.',
  team: 'Who does what, how to reach them, and who stands in. Names here can own tasks and risks.',
  timeline:
    'Change a number under Days and watch the later dates follow. Red bars decide the go-live. Ctrl+Z takes anything back.',
  baselines:
    'Take a baseline when the plan is agreed. Later it shows what moved since, what came, what went and what costs more.',
  roadmap: 'One page for people who do not want details. Items linked to tasks follow them; drag the others.',
  costs:
    'Every line says what drives it: most count devices or providers. Change a unit cost and watch the total; “Excel workbook” hands it over with live formulas.',
  funding:
    'What money there is, and what was ordered, billed and paid. The budget says when it does not reach.',
  risks:
    'Choose a square of the map to see the risks in it: who watches each one, and the sign that it is coming.',
  resources:
    'Who is busy when. Choose a week above 100% to see the tasks behind it, then give one to somebody else.',
  calendars: 'Every date counts the working days of a calendar. Add a day off and see what moves.',
  gates:
    'Where the practice stops and asks whether it may go on. Add the usual gates, choose one, look at its criteria, and decide.',
  criteria: 'What must be true at every gate, in one table: filter it by owner before a meeting.',
  approvals: 'Who said yes or no, to what, and on which figures. Decisions are added, never written over.',
  comments: 'Remarks beside what they are about; they travel with every copy of the plan.',
  problems: 'What the plan itself finds wrong, each with a way to put it right.',
  review: 'When a colleague’s copy comes back and both of you changed one thing, you choose here.',
  scenarios: 'Try what would happen: delay the training, drop an interface. The plan itself stays as it is.',
  history: 'Every change, who made it and what stood there before. Try a few, then put one back.',
  backups:
    'A copy is made every day and before every merge. “Send a copy” in the menu hands the plan to a colleague.',
};

interface Props {
  readonly page: PageId;
  readonly onHide: () => void;
}

export function DemoStrip({ page, onHide }: Props): ReactNode {
  return (
    <div className="demo-strip" role="note" aria-label="About this demo">
      <Lightbulb className="i" aria-hidden="true" />
      <p>{NOTES[page]}</p>
      <button className="btn quiet" onClick={onHide}>
        Hide these notes
      </button>
    </div>
  );
}
