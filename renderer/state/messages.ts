/** What the app has to say that is not part of a page: outcomes with an undo, and problems with what to do. */
import { problemText } from '../../shared/domain/base/problemText';
import type { Problem, ProblemCode } from '../../shared/domain/base/problem';

export interface Message {
  readonly id: number;
  readonly tone: 'info' | 'problem';
  readonly text: string;
  /** A word for the button beside the text, and what it does. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

let messages: readonly Message[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly Message[]): void {
  messages = next;
  for (const listener of listeners) listener();
}

/** @returns the number of the message */
export function say(text: string, action?: Message['action']): number {
  return add({ tone: 'info', text, ...(action === undefined ? {} : { action }) });
}

/** The newest three are shown; one that is said again is not shown twice. */
function add(message: Omit<Message, 'id'>): number {
  const others = messages.filter(({ text }) => text !== message.text);
  const id = nextId++;
  publish([...others.slice(-2), { id, ...message }]);
  return id;
}

/** Stays until it is closed: for what somebody must act on. */
export function sayUntilRead(text: string, action?: Message['action']): number {
  return add({ tone: 'problem', text, ...(action === undefined ? {} : { action }) });
}

const CODES_KEPT = 20;
let lastProblems: readonly { readonly code: ProblemCode; readonly at: number }[] = [];

/** The kinds of the last problems that were told, oldest first, without what they were about. */
export function readLastProblems(): typeof lastProblems {
  return lastProblems;
}

export function sayProblem(problem: Problem): void {
  lastProblems = [...lastProblems, { code: problem.code, at: Date.now() }].slice(-CODES_KEPT);
  if (problem.code === 'job/cancelled') say(problemText(problem));
  else sayUntilRead(problemText(problem));
}

export function dismiss(id: number): void {
  publish(messages.filter((message) => message.id !== id));
}

/** Takes the button off a message: what it offered can no longer be done. */
export function withdrawAction(id: number): void {
  publish(
    messages.map(({ action, ...message }) =>
      message.id === id || action === undefined ? message : { ...message, action },
    ),
  );
}

/** The same of every message: what they offered was for a workbook that is left. */
export function withdrawActions(): void {
  publish(messages.map(({ action: _, ...message }) => message));
}

export function subscribeMessages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function readMessages(): readonly Message[] {
  return messages;
}
