/** What surrounds a record, ready to be shown: conversations, what it names and what names it, and its changes. */
import { useEffect, useState } from 'react';
import { problemText } from '../../shared/domain/base/problemText';
import type { HistoryEntry, HistoryPage } from '../../shared/domain/history/page';
import {
  settleComment,
  threadsAbout,
  writeComment,
  type Comment,
} from '../../shared/domain/records/comments';
import { recordName } from '../../shared/domain/records/recordName';
import {
  recordLink,
  recordsLinked,
  textWithoutLinks,
  type LinkedRecord,
} from '../../shared/domain/records/recordLink';
import { namedBy, usesOf, type Use } from '../../shared/domain/records/references';
import { definitionOf } from '../../shared/domain/registers/all';
import { historyLines } from '../../shared/domain/review/recordHistory';
import { fieldLabel } from '../../shared/domain/review/valueText';
import { recordIn, tableOf, type Workbook } from '../../shared/domain/workbook';
import { useCommands } from './commands';
import { say } from './messages';
import { goTo, pageOf } from './navigation';
import { useSession } from './session';

export interface RecordPlace extends LinkedRecord {
  readonly workbook: Workbook;
}

/** @param isReadOnly nothing about the record may be written */
export function useRecordMore(place: RecordPlace, isReadOnly = false) {
  const { workbook, register, id } = place;
  const comments = useRecordComments(place);
  const history = useRecordHistory(place, isReadOnly);
  const { document } = useSession();
  return {
    comments: { ...comments, isReadOnly: isReadOnly || document.format.readOnly },
    refersTo: namedBy(workbook, register, id).map((use) =>
      linkTo(workbook, use, fieldLabel(register, use.field)),
    ),
    namedBy: usesOf(workbook, register, id)
      .filter((use) => !isShownElsewhere(use))
      .map((use) => linkTo(workbook, use, fieldLabel(use.register, use.field), use.field)),
    history,
    /** The text that leads to this record when it is pasted into another's notes. */
    link: recordLink({ register, id }),
    onLinkCopied: () => {
      say('The link is copied. Pasted into notes or a comment, it leads here.');
    },
  };
}

/** Comments stand above, links and what lies under a summary in the outline. */
function isShownElsewhere({ register, field }: Use): boolean {
  return register === 'comments' || register === 'links' || definitionOf(register).parentField === field;
}

function linkTo(workbook: Workbook, { register, id }: LinkedRecord, by: string, field?: string) {
  const { singular } = definitionOf(register);
  return {
    key: `${id}/${by}`,
    name: recordName(workbook, register, id),
    note: by === '' || by === singular ? singular : `${singular}, ${by.toLowerCase()}`,
    onGo: () => {
      const page = pageOf(register);
      const record: Omit<Use, 'field'> & { field?: string } = {
        register,
        id,
        ...(field === undefined ? {} : { field }),
      };
      if (page !== undefined) goTo({ page, record });
    },
  };
}

function useRecordComments({ workbook, id }: RecordPlace) {
  const { document } = useSession();
  const commands = useCommands();
  const shown = (comment: Comment) => {
    const made = document.madeBy(comment.id);
    const author = recordIn(workbook, 'people', comment.author);
    return {
      id: comment.id,
      text: textWithoutLinks(workbook, comment.text),
      links: recordsLinked(workbook, comment.text).map((link) => linkTo(workbook, link, '')),
      by: author?.name ?? made?.by ?? 'Someone',
      at: made?.at ?? '',
    };
  };
  const threads = threadsAbout(workbook, id).map(({ comment, answers }) => ({
    first: shown(comment),
    // Answers written apart come together in the order of time.
    answers: answers.map(shown).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    isSettled: comment.resolved,
  }));
  return {
    record: id,
    threads,
    onWrite: (about: string, text: string) =>
      commands.run(
        writeComment(commands.workbook(), { id: commands.newId(), about, text, by: document.authorName }),
      ),
    onSettle: (thread: string, isSettled: boolean) => {
      commands.run(settleComment(thread, isSettled));
    },
  };
}

interface Known {
  readonly edits: readonly HistoryEntry[];
  readonly hasMore: boolean;
}

/** Read when somebody asks for it, and again whenever the record changes. */
function useRecordHistory({ workbook, register, id }: RecordPlace, isReadOnly: boolean) {
  const { history, document } = useSession();
  const commands = useCommands();
  const [isOpen, setOpen] = useState(false);
  const [known, setKnown] = useState<Known | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const record = tableOf(workbook, register).byId.get(id);

  useEffect(() => {
    if (!isOpen) return undefined;
    let isOver = false;
    void history({ filter: { record: id }, before: null }).then((answer) => {
      if (isOver) return;
      setTrouble(answer.ok ? null : problemText(answer.error));
      if (answer.ok) setKnown((was) => withOlder(answer.value, was));
    });
    return () => {
      isOver = true;
    };
  }, [isOpen, history, id, record]);

  const readOlder = (): void => {
    const oldest = known?.edits.at(-1);
    if (oldest === undefined) return;
    void history({ filter: { record: id }, before: oldest.seq }).then((answer) => {
      if (!answer.ok) setTrouble(problemText(answer.error));
      else
        setKnown((was) => ({
          edits: [...(was?.edits ?? []), ...answer.value.entries],
          hasMore: answer.value.hasMore,
        }));
    });
  };
  const mayWrite = !isReadOnly && !document.format.readOnly;
  const lines =
    known === null || !isOpen
      ? undefined
      : historyLines(workbook, known.edits).map(({ key, words, note, by, at, putBack }) => ({
          ...{ key, by, at, words: note === undefined ? words : `${words}, ${note}` },
          ...(putBack === undefined || !mayWrite
            ? {}
            : {
                onPutBack: () => {
                  commands.run(putBack);
                },
              }),
        }));
  return {
    isOpen,
    onToggle: () => {
      setOpen(!isOpen);
    },
    lines,
    onHistory: () => {
      goTo({ page: 'history', record: { register, id } });
    },
    ...(trouble === null ? {} : { trouble }),
    ...(known?.hasMore === true ? { onMore: readOlder } : {}),
  };
}

/** The newest page, and what was read before of what is older. */
function withOlder({ entries, hasMore }: HistoryPage, was: Known | null): Known {
  const oldest = entries.at(-1)?.seq;
  const older = oldest === undefined ? [] : (was?.edits.filter(({ seq }) => seq < oldest) ?? []);
  if (older.length === 0 || was === null) return { edits: entries, hasMore };
  return { edits: [...entries, ...older], hasMore: was.hasMore };
}
