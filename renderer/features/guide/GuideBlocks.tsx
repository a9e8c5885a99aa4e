/** The text of a chapter as elements. */
import { Fragment, type ReactNode } from 'react';
import { isChapterId, openGuide } from '../../state/guide';
import { Kbd } from '../../ui/Kbd';
import type { GuideBlock, GuidePage, Inline, Line } from './guidePage';

interface BlocksProps {
  readonly blocks: readonly GuideBlock[];
  readonly pictures: GuidePage['pictures'];
}

export function GuideBlocks({ blocks, pictures }: BlocksProps): ReactNode {
  return blocks.map((block, index) => <Block key={index} block={block} pictures={pictures} />);
}

function Block({
  block,
  pictures,
}: {
  readonly block: GuideBlock;
  readonly pictures: BlocksProps['pictures'];
}): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h3' : 'h4';
      return (
        <Heading id={`guide-${block.id}`} tabIndex={-1}>
          <Words line={block.content} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Words line={block.content} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <GuideBlocks blocks={item} pictures={pictures} />
        </li>
      ));
      return block.isOrdered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
    case 'code':
      return (
        // Scrolls sideways, so the keyboard must be able to reach it.
        <pre tabIndex={0}>{block.text}</pre>
      );
    case 'note':
      return (
        <div className="note">
          <div>
            <GuideBlocks blocks={block.blocks} pictures={pictures} />
          </div>
        </div>
      );
    case 'picture':
      return (
        <img
          className="guide-picture"
          src={pictures[block.file]}
          alt={block.description}
          width={block.width}
          height={block.height}
          loading="lazy"
        />
      );
  }
}

function Table({
  head,
  rows,
}: {
  readonly head: readonly Line[];
  readonly rows: readonly (readonly Line[])[];
}) {
  return (
    <table className="guide-table">
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index} scope="col">
              <Words line={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, index) => (
              <td key={index}>
                <Words line={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ line }: { readonly line: Line }): ReactNode {
  return line.map((part, index) => <Fragment key={index}>{wordsOf(part)}</Fragment>);
}

function wordsOf(part: Inline): ReactNode {
  if (typeof part === 'string') return part;
  const words = <Words line={part.content} />;
  switch (part.kind) {
    case 'strong':
      return <b>{words}</b>;
    case 'emphasis':
      return <em>{words}</em>;
    case 'code':
      return <code>{words}</code>;
    case 'keys':
      return <Kbd>{words}</Kbd>;
    case 'link': {
      const { chapter, section } = part;
      if (!isChapterId(chapter)) return words;
      return (
        <button type="button" className="link-button guide-link" onClick={() => openGuide(chapter, section)}>
          {words}
        </button>
      );
    }
  }
}
