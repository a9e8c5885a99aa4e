/** Short messages at the lower right: what was done, with its undo, and what could not be done, with what to do. */
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { dismiss, readMessages, subscribeMessages, type Message } from '../state/messages';

const INFO_MS = 6000;

export function Messages(): ReactNode {
  const messages = useSyncExternalStore(subscribeMessages, readMessages);
  return (
    // Above every dialog, so that a message can be heard, closed and acted on while one is open.
    <section className="toasts" aria-label="Messages" aria-live="polite" data-react-aria-top-layer>
      {messages.map((message) => (
        <Toast key={message.id} message={message} />
      ))}
    </section>
  );
}

/** Goes by itself unless it tells of a problem or someone is reading it. */
function Toast({ message }: { readonly message: Message }): ReactNode {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || message.tone === 'problem') return undefined;
    const timer = setTimeout(() => {
      dismiss(message.id);
    }, INFO_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [held, message]);
  const { action } = message;
  return (
    <div
      className={message.tone === 'problem' ? 'toast problem' : 'toast'}
      role={message.tone === 'problem' ? 'alert' : 'status'}
      onMouseEnter={() => {
        setHeld(true);
      }}
      onMouseLeave={() => {
        setHeld(false);
      }}
      onFocus={() => {
        setHeld(true);
      }}
      onBlur={() => {
        setHeld(false);
      }}
    >
      <span>{message.text}</span>
      {action !== undefined && (
        <button
          className="tb"
          onClick={() => {
            action.run();
            dismiss(message.id);
          }}
        >
          {action.label}
        </button>
      )}
      <button
        className="tb"
        onClick={() => {
          dismiss(message.id);
        }}
      >
        Close
      </button>
    </div>
  );
}
