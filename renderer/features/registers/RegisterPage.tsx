/** The records of any register as a spreadsheet, with their details beside it; all of it follows from the register. */
import { Plus } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { registerAnswer } from '../../../shared/domain/records/registerAnswer';
import { canBeTyped } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import { isWrittenWhole } from '../../../shared/domain/edits/fixedFields';
import { useCommands } from '../../state/commands';
import { usePlace, type Place } from '../../state/navigation';
import { useRecordEditing } from '../../state/recordEditing';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { Button } from '../../ui/Button';
import type { GridHandle } from '../../ui/grid/useGrid';
import { NewRecordDialog } from '../../ui/NewRecordDialog';
import { PageHead } from '../../ui/PageHead';
import { PrintButton } from '../../ui/PrintButton';
import { Segmented } from '../../ui/Segmented';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { FindReplace } from './FindReplace';
import { usePrintSheet } from './PrintSheet';
import { pageKeyOf } from './pageKeys';
import { RecordPage } from './RecordPage';
import { RegisterBoard } from './RegisterBoard';
import { RegisterDrawer } from './RegisterDrawer';
import { RegisterGrid } from './RegisterGrid';
import { RegisterToolbar } from './RegisterToolbar';
import { useRegisterView } from './useRegisterView';
import { ViewsPanel, type SavedViews } from './ViewsPanel';
import './registers.css';
import { tableOf } from '../../../shared/domain/workbook';

export interface RegistersPageProps {
  readonly title: string;
  /** One or several that belong together; the first is shown at first. */
  readonly registers: readonly RegisterId[];
  readonly saved: SavedViews;
  /** Adds a record where it cannot begin empty; the page shows it when it is there. */
  readonly onAdd?: () => void;
  /** More buttons for its head, left of the main action. */
  readonly children?: ReactNode;
}

/** A page for one register, or for several that belong together and are shown one at a time. */
export function RegistersPage({ title, registers, saved, onAdd, children }: RegistersPageProps): ReactNode {
  const [shown, show] = useShownRegister(registers);
  if (shown === undefined) return null;
  if (definitionOf(shown).singleton === true) return <RecordPage title={title} register={shown} />;
  return (
    <RegisterPage key={shown} title={title} register={shown} saved={saved} onAdd={onAdd}>
      {registers.length > 1 && (
        <Segmented
          label="Show"
          value={shown}
          onChange={show}
          segments={registers.map((id) => ({ id, label: definitionOf(id).title }))}
        />
      )}
      {children}
    </RegisterPage>
  );
}

/** The register chosen here, or that of a record or a view asked for elsewhere. */
function useShownRegister(
  registers: readonly RegisterId[],
): readonly [RegisterId | undefined, (register: RegisterId) => void] {
  const place = usePlace();
  const [chosen, choose] = useState<RegisterId | undefined>(registers[0]);
  const [followed, setFollowed] = useState<Place | null>(null);
  const meant = place.record?.register ?? place.view?.register;
  if (place !== followed) {
    setFollowed(place);
    if (meant !== undefined && registers.includes(meant)) choose(meant);
  }
  return [chosen, choose];
}

interface RegisterPageProps {
  readonly title: string;
  readonly register: RegisterId;
  readonly saved: SavedViews;
  readonly onAdd: (() => void) | undefined;
  /** Left of the main action. */
  readonly children: ReactNode;
}

function RegisterPage({ title, register, saved, onAdd, children }: RegisterPageProps): ReactNode {
  const plan = usePlan();
  const { workbook } = plan;
  const editing = useRecordEditing(register);
  const grid = useRef<GridHandle>(null);
  const view = useRegisterView(plan, register, grid);
  const [isFinding, setFinding] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const commands = useCommands();
  const today = useToday();
  const isNarrow = useMediaQuery('(max-width: 1100px)');
  const definition = definitionOf(register);
  const { live, archived, byId } = tableOf(workbook, register);
  const isEmpty = live.length === 0 && !view.showsBin;
  const isBoard = view.view.layout === 'board' && !isEmpty && !view.showsBin;
  const { records } = view;
  const sheet = usePrintSheet({ workbook, register, view: view.view, records, today }, !isEmpty);
  const open = view.open === null ? undefined : byId.get(view.open.id);
  // It reads every record, and the page is drawn with every step through its rows.
  const answer = useMemo(() => registerAnswer(workbook, register), [workbook, register]);

  const show = (id: string): void => {
    view.setShowsBin(false);
    view.change({ filter: '' });
    if (isBoard) view.openDrawer(id, definition.titleField);
    // The first key stroke writes the name over.
    grid.current?.show({ rowKey: id, columnId: definition.titleField });
  };
  const add = (after?: string): void => {
    if (onAdd !== undefined) {
      onAdd();
      return;
    }
    if (isWrittenWhole(register)) {
      setAdding(true);
      return;
    }
    const id = editing.add(view.groupValues, after);
    if (id !== undefined) show(id);
  };

  return (
    <div
      className="register"
      onKeyDown={(event) => {
        const key = isEmpty ? null : pageKeyOf(event);
        if (key === 'replace' && !view.showsBin) setFinding(true);
        else if (key === 'filter') event.currentTarget.querySelector<HTMLElement>('[type=search]')?.focus();
        else return;
        event.preventDefault();
      }}
    >
      <PageHead title={title} answer={answer}>
        {children}
        {!isEmpty && <PrintButton />}
        {!isEmpty && canBeTyped(definition) && (
          <Button
            variant="primary"
            icon={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            label={`Add ${definition.singular.toLowerCase()}`}
            onPress={() => {
              add();
            }}
          >
            {definition.singular}
          </Button>
        )}
      </PageHead>
      {(!isEmpty || archived.length > 0) && (
        <RegisterToolbar workbook={workbook} register={register} view={view} editing={editing}>
          {!view.showsBin && (
            <FindReplace
              workbook={workbook}
              register={register}
              records={view.records}
              fields={view.view.columns}
              editing={editing}
              isOpen={isFinding}
              onOpenChange={setFinding}
            />
          )}
          <span className="gap" />
          <ViewsPanel register={register} view={view.view} onShow={view.change} saved={saved} />
        </RegisterToolbar>
      )}
      <div className="register-main">
        {isBoard && view.boardField !== undefined ? (
          <RegisterBoard
            plan={plan}
            register={register}
            records={view.records}
            field={view.boardField}
            columns={view.view.columns}
            editing={editing}
            onOpen={view.openDrawer}
            onFocus={view.focusRow}
          />
        ) : (
          <div className="register-grid dg-page">
            <RegisterGrid
              ref={grid}
              plan={plan}
              register={register}
              view={view}
              editing={editing}
              onAdd={add}
            />
          </div>
        )}
        {open !== undefined && (
          <RegisterDrawer
            key={open.id}
            plan={plan}
            register={register}
            record={open}
            editing={editing}
            focusField={view.open?.field}
            isOver={isNarrow}
            onClose={view.closeDrawer}
          />
        )}
      </div>
      {isAdding && (
        <NewRecordDialog
          title={`Add ${definition.singular.toLowerCase()}`}
          action={`Add ${definition.singular.toLowerCase()}`}
          workbook={workbook}
          register={register}
          values={view.groupValues}
          today={today}
          onAdd={(values) => {
            const id = commands.newId();
            const refusal = editing.addWhole(id, values);
            if (refusal === undefined) show(id);
            return refusal;
          }}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {sheet}
    </div>
  );
}
