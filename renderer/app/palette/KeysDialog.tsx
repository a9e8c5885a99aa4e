/** Every key of the app, by where it works. All of it comes from the tables the keys themselves come from. */
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { rowsOf, type KeyTable } from '../../../shared/domain/keys/keyTable';
import { BOARD_KEYS } from '../../features/registers/boardKeys';
import { REGISTER_KEYS } from '../../features/registers/pageKeys';
import { LATER_KEYS, ROADMAP_KEYS } from '../../features/roadmap/roadmapKeys';
import { TIMELINE_KEYS } from '../../features/timeline/boardKeys';
import { CHART_KEYS } from '../../ui/charts/chartKeys';
import { HEAT_KEYS } from '../../ui/charts/heatStep';
import { FIELD_KEYS } from '../../ui/fieldKeys';
import { GANTT_KEYS } from '../../ui/gantt/chartKeys';
import { EDIT_KEYS, GRID_KEYS } from '../../ui/grid/gridKeys';
import { HEAD_KEYS } from '../../ui/grid/headKeys';
import { RowKeycaps } from '../../ui/Kbd';
import { WINDOW_KEYS } from '../keymap';
import './palette.css';

const TABLES: readonly KeyTable<unknown>[] = [
  WINDOW_KEYS,
  GRID_KEYS,
  EDIT_KEYS,
  HEAD_KEYS,
  FIELD_KEYS,
  TIMELINE_KEYS,
  GANTT_KEYS,
  REGISTER_KEYS,
  BOARD_KEYS,
  ROADMAP_KEYS,
  LATER_KEYS,
  HEAT_KEYS,
  CHART_KEYS,
];

export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={onClose}>
      <Modal className="dialog-box">
        <Dialog className="dialog is-wide">
          <Heading slot="title">Keyboard shortcuts</Heading>
          <div className="keys-list" tabIndex={0} role="region" aria-label="All shortcuts">
            {TABLES.map((table) => (
              <section key={table.title} aria-label={table.title}>
                <h3 className="med">{table.title}</h3>
                <dl>
                  {rowsOf(table).map((row) => (
                    <div key={row.label} className="keys-row">
                      <dt>{row.label}</dt>
                      <dd>
                        <RowKeycaps row={row} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          <div className="foot">
            <button className="btn" onClick={onClose}>
              Close
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
