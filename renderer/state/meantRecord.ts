/** Following another page to a record: `Show` in Problems, a name in a list, a find. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { RegisterId } from '../../shared/domain/registers/all';
import { recordIn, type Workbook } from '../../shared/domain/workbook';
import { usePlace, type Place } from './navigation';

export interface MeantRecord {
  readonly id: string;
  readonly field?: string;
}

export interface Follow {
  readonly register: RegisterId;
  readonly workbook: Workbook;
  /** Records in the bin can be shown too. */
  readonly knowsBin?: boolean;
  /** Makes the record's row be there: runs while rendering, once for each place. */
  readonly prepare: (meant: MeantRecord) => void;
  /** Moves the focus there, when the row is drawn. */
  readonly show: (meant: MeantRecord) => void;
}

/** Prepares and shows a record of this register that a new place means; anything else is left alone. */
export function useMeantRecord({ register, workbook, knowsBin = false, prepare, show }: Follow): void {
  const place = usePlace();
  const meant = meantIn(place, register, workbook, knowsBin);
  const [followed, setFollowed] = useState<Place | null>(null);
  if (meant !== undefined && place !== followed) {
    setFollowed(place);
    prepare(meant);
  }
  const showMeant = useEffectEvent(() => {
    if (meant !== undefined) show(meant);
  });
  // Only a new place moves the focus; what changes in the plan does not.
  useEffect(() => {
    showMeant();
  }, [place]);
}

function meantIn(
  { record }: Place,
  register: RegisterId,
  workbook: Workbook,
  knowsBin: boolean,
): MeantRecord | undefined {
  if (record?.register !== register) return undefined;
  const there = recordIn(workbook, register, record.id);
  if (there === undefined || (there.archived && !knowsBin)) return undefined;
  return { id: record.id, ...(record.field === undefined ? {} : { field: record.field }) };
}
