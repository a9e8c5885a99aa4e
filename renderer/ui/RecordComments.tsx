/** What people say about a record: each conversation with its answers, a field to answer, and one to begin another. */
import { useState, type ReactNode } from 'react';
import { Button } from './Button';
import { momentText } from './moments';
import { RecordLinks, type LinkShown } from './RecordLinks';
import { TextField } from './TextField';

export interface CommentShown {
  readonly id: string;
  /** Without the links to records that stand in it. */
  readonly text: string;
  readonly links: readonly LinkShown[];
  readonly by: string;
  /** ISO 8601 in UTC; empty where it is not known. */
  readonly at: string;
}

export interface ThreadShown {
  readonly first: CommentShown;
  readonly answers: readonly CommentShown[];
  readonly isSettled: boolean;
}

export interface RecordCommentsProps {
  /** The record they are about; keeps what is typed and not yet sent apart. */
  readonly record: string;
  readonly threads: readonly ThreadShown[];
  /** @param about the record, or the comment that is answered. @returns whether it was written */
  readonly onWrite: (about: string, text: string) => boolean;
  readonly onSettle: (thread: string, isSettled: boolean) => void;
  readonly isReadOnly: boolean;
}

export function RecordComments(props: RecordCommentsProps): ReactNode {
  const { record, threads, onWrite, isReadOnly } = props;
  const open = threads.filter(({ isSettled }) => !isSettled).length;
  if (isReadOnly && threads.length === 0) return null;
  return (
    <section className="record-section record-comments" aria-label="Comments">
      <h3 className="record-heading">{open === 0 ? 'Comments' : `Comments, ${String(open)} open`}</h3>
      {threads.length > 0 && (
        <ol>
          {threads.map((thread) => (
            <li key={thread.first.id} className={thread.isSettled ? 'is-settled' : undefined}>
              <Thread {...props} thread={thread} />
            </li>
          ))}
        </ol>
      )}
      {!isReadOnly && (
        <NewText
          key={record}
          about={record}
          label="Write a comment"
          action="Comment"
          onWrite={(text) => onWrite(record, text)}
        />
      )}
    </section>
  );
}

function Thread({
  thread,
  onWrite,
  onSettle,
  isReadOnly,
}: RecordCommentsProps & { readonly thread: ThreadShown }): ReactNode {
  const { first, answers, isSettled } = thread;
  const [isAnswering, setAnswering] = useState(drafts.has(first.id));
  return (
    <>
      <Remark comment={first} />
      {answers.map((answer) => (
        <div key={answer.id} className="comment-answer">
          <Remark comment={answer} />
        </div>
      ))}
      {isAnswering && !isReadOnly && (
        <NewText
          about={first.id}
          label={`Answer ${first.by}`}
          action="Answer"
          takesFocus
          onWrite={(text) => {
            const isWritten = onWrite(first.id, text);
            if (isWritten) setAnswering(false);
            return isWritten;
          }}
        />
      )}
      <div className="comment-acts">
        {isSettled && <span className="t3 small">Settled</span>}
        {!isReadOnly && !isAnswering && (
          <Button
            variant="quiet"
            label={`Answer: ${first.text}`}
            onPress={() => {
              setAnswering(true);
            }}
          >
            Answer
          </Button>
        )}
        {!isReadOnly && (
          <Button
            variant="quiet"
            label={`${isSettled ? 'Open again' : 'Settle'}: ${first.text}`}
            onPress={() => {
              onSettle(first.id, !isSettled);
            }}
          >
            {isSettled ? 'Open again' : 'Settle'}
          </Button>
        )}
      </div>
    </>
  );
}

function Remark({ comment }: { readonly comment: CommentShown }): ReactNode {
  const { by, at, text, links } = comment;
  return (
    <>
      <p className="small t3">
        <span className="med">{by}</span> {at !== '' && <time dateTime={at}>{momentText(at)}</time>}
      </p>
      <p className="comment-text">{text}</p>
      <RecordLinks links={links} />
    </>
  );
}

/** What was typed and not sent, by what it is about: closing the drawer loses none of it. */
const drafts = new Map<string, string>();

interface NewTextProps {
  readonly about: string;
  readonly label: string;
  readonly action: string;
  readonly takesFocus?: boolean;
  /** @returns whether it was written */
  readonly onWrite: (text: string) => boolean;
}

function NewText({ about, label, action, takesFocus = false, onWrite }: NewTextProps): ReactNode {
  const [text, setText] = useState(drafts.get(about) ?? '');
  const change = (next: string): void => {
    if (next === '') drafts.delete(about);
    else drafts.set(about, next);
    setText(next);
  };
  return (
    <form
      className="comment-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && onWrite(text)) change('');
      }}
    >
      <TextField
        label={label}
        hidesLabel
        placeholder={label}
        value={text}
        onChange={change}
        maxLength={4000}
        autoFocus={takesFocus}
      />
      {text.trim() !== '' && <Button type="submit">{action}</Button>}
    </form>
  );
}
