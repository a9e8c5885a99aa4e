/** Every key of the app, by where it works. All of it comes from the tables the keys themselves come from. */
import type { ReactNode } from 'react';
import { rowsOf } from '../../../shared/domain/keys/keyTable';
import { DialogBox } from '../../ui/DialogBox';
import { RowKeycaps } from '../../ui/Kbd';
import { KEY_TABLES } from './keyTables';
import './palette.css';

export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <DialogBox
      title="Keyboard shortcuts"
      onClose={onClose}
      foot={
        <button className="btn" onClick={onClose}>
          Close
        </button>
      }
    >
      <div className="keys-list" tabIndex={0} role="region" aria-label="All shortcuts">
        {KEY_TABLES.map((table) => (
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
    </DialogBox>
  );
}
