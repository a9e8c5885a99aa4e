/** The guide over the page: chapters and search at the left, the text at the right. Needs no network. */
import { X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import {
  closeGuide,
  GUIDE,
  isChapterId,
  openGuide,
  type ChapterId,
  type GuidePlace,
} from '../../state/guide';
import { IconButton } from '../../ui/IconButton';
import { TextField } from '../../ui/TextField';
import { GuideBlocks } from './GuideBlocks';
import type { GuidePage } from './guidePage';
import { searchGuide } from './searchGuide';
import './guide.css';

type Pages = Readonly<Record<ChapterId, GuidePage>>;

export function GuideDialog({ place }: { readonly place: GuidePlace }): ReactNode {
  const pages = usePages();
  const [words, setWords] = useState('');
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={closeGuide}>
      <Modal className="dialog-box">
        <Dialog className="dialog guide">
          <header className="row">
            <Heading slot="title">Guide</Heading>
            <span className="sp" />
            <IconButton label="Close the guide" keys="Escape" onPress={closeGuide}>
              <X size={16} aria-hidden />
            </IconButton>
          </header>
          <div className="guide-columns">
            <div className="guide-index">
              <TextField label="Search the guide" type="search" value={words} onChange={setWords} />
              {words.trim() === '' || pages === null ? (
                <Chapters current={place.chapter} />
              ) : (
                <Found pages={pages} words={words} />
              )}
            </div>
            {pages !== null && <Chapter page={pages[place.chapter]} place={place} />}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The chapters come when the guide is first opened, so that the window does not start later for them. */
function usePages(): Pages | null {
  const [pages, setPages] = useState<Pages | null>(null);
  useEffect(() => {
    void import('./pages').then(({ PAGES }) => setPages(PAGES));
  }, []);
  return pages;
}

function Chapters({ current }: { readonly current: ChapterId }): ReactNode {
  return (
    <nav aria-label="Chapters of the guide">
      <ul className="guide-list">
        {GUIDE.map(({ id, title, summary }) => (
          <li key={id}>
            <button
              type="button"
              title={summary}
              aria-current={id === current ? 'page' : undefined}
              onClick={() => openGuide(id)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Found({ pages, words }: { readonly pages: Pages; readonly words: string }): ReactNode {
  const found = useMemo(
    () =>
      searchGuide(
        GUIDE.map(({ id }) => [id, pages[id]] as const),
        words,
      ),
    [pages, words],
  );
  return (
    <section aria-label="Found in the guide">
      <p className="small t3" role="status">
        {found.length === 0
          ? 'Nothing has all these words. Try fewer.'
          : `${found.length} ${found.length === 1 ? 'place' : 'places'}`}
      </p>
      <ul className="guide-list">
        {found.map(({ chapter, section, title, excerpt }) => (
          <li key={`${chapter} ${section ?? ''}`}>
            <button type="button" onClick={() => isChapterId(chapter) && openGuide(chapter, section)}>
              <span className="med">{title}</span>
              <span className="small t2">{excerpt}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Begins at its title, or at the section that is meant, and takes the keyboard there. */
function Chapter({ page, place }: { readonly page: GuidePage; readonly place: GuidePlace }): ReactNode {
  const text = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const heading =
      place.section === null ? null : text.current?.querySelector(`#guide-${CSS.escape(place.section)}`);
    if (heading instanceof HTMLElement) heading.focus();
    else {
      text.current?.scrollTo({ top: 0 });
      title.current?.focus();
    }
  }, [place]);
  return (
    <article ref={text} className="guide-text" aria-labelledby="guide-title">
      <h2 id="guide-title" ref={title} tabIndex={-1}>
        {page.title}
      </h2>
      <GuideBlocks blocks={page.blocks} pictures={page.pictures} />
    </article>
  );
}
