/** Taking over a table from Excel or CSV: what it is about, where its columns go, what would come of it, and then it. */
import { useState, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { importableRegisters } from '../../../shared/domain/imports/bestTable';
import { countOf, type ImportOutcome } from '../../../shared/domain/imports/importCommand';
import { outcomeSentence } from '../../../shared/domain/imports/preview';
import { sentenceText } from '../../../shared/domain/format/sentence';
import { definitionOf, isRegisterId, type RegisterId } from '../../../shared/domain/registers/all';
import { useCommands } from '../../state/commands';
import { say } from '../../state/messages';
import { usePlan } from '../../state/session';
import { Checkbox } from '../../ui/Checkbox';
import { NumberField } from '../../ui/NumberField';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { ColumnChoices } from './ColumnChoices';
import { ImportPreview, LeftOutList } from './ImportPreview';
import { useImport, type Import, type TableFile } from './useImport';
import './import.css';

interface Props {
  readonly file: TableFile;
  /** What the person is looking at: it is meant where the file does not say. */
  readonly preferred: RegisterId;
  readonly onDone: () => void;
  /** Shows the register that was imported into. */
  readonly onShow: (register: RegisterId) => void;
}

export function ImportDialog({ file, preferred, onDone, onShow }: Props): ReactNode {
  const [imported, setImported] = useState<ImportOutcome | null>(null);
  return (
    <ModalOverlay className="scrim" isOpen isDismissable={imported !== null} onOpenChange={onDone}>
      <Modal className="dialog-box">
        <Dialog className="dialog import">
          {imported === null ? (
            <Choosing
              file={file}
              preferred={preferred}
              onCancel={onDone}
              onImported={(outcome, register) => {
                onShow(register);
                if (outcome.leftRows.length + outcome.leftCells.length === 0) {
                  say(sentenceText(outcomeSentence(outcome)));
                  onDone();
                } else setImported(outcome);
              }}
            />
          ) : (
            <Imported name={file.name} outcome={imported} onDone={onDone} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ChoosingProps {
  readonly file: TableFile;
  readonly preferred: RegisterId;
  readonly onCancel: () => void;
  readonly onImported: (outcome: ImportOutcome, register: RegisterId) => void;
}

function Choosing({ file, preferred, onCancel, onImported }: ChoosingProps): ReactNode {
  const { workbook } = usePlan();
  const { run } = useCommands();
  const importing = useImport(workbook, file, preferred);
  const { choice, read } = importing;
  const { outcome } = read;
  const isReady = read.choice === choice && outcome.ok && outcome.value.command !== null;
  const count = outcome.ok ? countOf(outcome.value, 'added') + countOf(outcome.value, 'changed') : 0;
  return (
    <>
      <Heading slot="title">Import “{file.name}”</Heading>
      <div className="import-body">
        <Where file={file} importing={importing} />
        <section aria-labelledby="import-columns">
          <h3 id="import-columns" className="med">
            Columns
          </h3>
          <ColumnChoices {...importing} />
        </section>
        <Rules importing={importing} />
        <section aria-labelledby="import-outcome">
          <h3 id="import-outcome" className="med">
            What comes of it
          </h3>
          <ImportPreview workbook={workbook} read={read} />
        </section>
      </div>
      <div className="foot">
        <button className="btn quiet" onClick={onCancel}>
          Cancel
        </button>
        <button
          className="btn primary"
          disabled={!isReady}
          onClick={() => {
            if (!outcome.ok || outcome.value.command === null) return;
            if (run(outcome.value.command)) onImported(outcome.value, choice.register);
          }}
        >
          {count === 0 ? 'Import' : `Import ${String(count)} ${count === 1 ? 'record' : 'records'}`}
        </button>
      </div>
    </>
  );
}

/** Which table, what it is about, and in which row its heads stand. */
function Where({ file, importing }: { file: TableFile; importing: Import }): ReactNode {
  const { choice, chooseTable, chooseRegister, chooseHeadRow } = importing;
  const sheets = file.tables.map(({ name }, index) => ({ id: String(index), label: name }));
  return (
    <div className="import-where">
      {sheets.length > 1 && (
        <Select
          label="Sheet"
          choices={sheets}
          value={String(file.tables.indexOf(choice.table))}
          onChange={(id) => {
            const table = file.tables[Number(id)];
            if (table !== undefined) chooseTable(table);
          }}
        />
      )}
      <Select
        label="Each row is a record of"
        choices={importableRegisters.map((id) => ({ id, label: definitionOf(id).title }))}
        value={choice.register}
        onChange={(id) => {
          if (isRegisterId(id)) chooseRegister(id);
        }}
      />
      <NumberField
        label="Heads stand in row"
        value={choice.headRow + choice.table.firstRow}
        min={choice.table.firstRow}
        max={choice.table.firstRow + choice.table.rows.length - 1}
        step={1}
        hasSteps
        onChange={(row) => {
          if (row !== null) chooseHeadRow(row - choice.table.firstRow);
        }}
      />
    </div>
  );
}

/** What holds for every row. */
function Rules({ importing }: { importing: Import }): ReactNode {
  const { choice, change } = importing;
  return (
    <div className="import-rules">
      <div className="row">
        <span>A row is about a record of the plan with the same</span>
        <Segmented
          label="A row is about a record of the plan with the same"
          value={choice.matchBy}
          onChange={(matchBy) => {
            change({ matchBy });
          }}
          segments={[
            { id: 'name', label: 'Id or name' },
            { id: 'id', label: 'Id only' },
          ]}
        />
      </div>
      <Checkbox
        isChecked={choice.newNames === 'add'}
        onChange={(isOn) => {
          change({ newNames: isOn ? 'add' : 'refuse' });
        }}
      >
        Add people, phases, and places that only the file knows
      </Checkbox>
      <Checkbox
        isChecked={choice.emptyCells === 'clear'}
        onChange={(isOn) => {
          change({ emptyCells: isOn ? 'clear' : 'keep' });
        }}
      >
        Empty cells clear what stands in the plan
      </Checkbox>
      <Checkbox
        isChecked={choice.onlyWholeRows}
        onChange={(onlyWholeRows) => {
          change({ onlyWholeRows });
        }}
      >
        Leave out the whole row where a cell cannot be read
      </Checkbox>
    </div>
  );
}

function Imported({
  name,
  outcome,
  onDone,
}: {
  name: string;
  outcome: ImportOutcome;
  onDone: () => void;
}): ReactNode {
  return (
    <>
      <Heading slot="title">Imported “{name}”</Heading>
      <div className="import-body">
        <p className="import-answer" role="status">
          {sentenceText(outcomeSentence(outcome))} Undo takes all of it back in one step.
        </p>
        <LeftOutList title="Rows left out" entries={outcome.leftRows} isOpen />
        <LeftOutList
          title="Cells left out, the rest of their rows was taken"
          entries={outcome.leftCells}
          isOpen
        />
      </div>
      <div className="foot">
        <button className="btn primary" onClick={onDone}>
          Close
        </button>
      </div>
    </>
  );
}
