/**
 * Reads large XML files element by element: only one item is held at a time. Document types and their entities stay
 * inert; a file that uses them is not well-formed here.
 */
import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '../domain/base/result';

/** An element with its text and children. Namespaces are left off. */
export interface XmlNode {
  readonly name: string;
  text: string;
  readonly children: XmlNode[];
}

export interface XmlVisitor {
  /** Called once with the name and namespace declaration of the root; `false` ends reading. */
  root(name: string, namespace: string): boolean;
  /** Whether the element at this path is read as an item of its own: `Project/Tasks/Task`. */
  isItem(path: string): boolean;
  /** Subtrees that are not wanted, by element name. */
  skips(name: string): boolean;
  item(path: string, node: XmlNode): void;
  /** An element outside items that holds only text. */
  value(path: string, text: string): void;
}

export type XmlFailure =
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'wrongRoot' }
  | { readonly kind: 'tooDeep' };

const CHUNK = 65_536;
const DEEPEST = 64;

export function readXml(text: string, visitor: XmlVisitor): Result<undefined, XmlFailure> {
  const reading = new Reading(visitor);
  for (let at = 0; at < text.length && reading.failure === null; at += CHUNK)
    reading.take(text.slice(at, at + CHUNK));
  reading.finish();
  return reading.failure === null ? ok(undefined) : err(reading.failure);
}

class Reading {
  failure: XmlFailure | null = null;
  private readonly parser = new SaxesParser({ position: false, xmlns: false });
  private readonly names: string[] = [];
  /** The item being read and the elements open within it. */
  private readonly open: XmlNode[] = [];
  private skippedFrom: number | null = null;
  private text = '';

  constructor(private readonly visitor: XmlVisitor) {
    this.parser.on('error', (error) => this.fail({ kind: 'malformed', reason: this.faultText(error) }));
    this.parser.on('opentag', ({ name, attributes }) => this.openTag(localName(name), attributes));
    this.parser.on('text', (text) => this.addText(text));
    this.parser.on('cdata', (text) => this.addText(text));
    this.parser.on('closetag', () => this.closeTag());
  }

  take(chunk: string): void {
    this.parser.write(chunk);
  }

  finish(): void {
    if (this.failure === null) this.parser.close();
  }

  /** The parser's message, which ends in a full stop, with its place. */
  private faultText({ message }: Error): string {
    const { line, column } = this.parser;
    return `${message.replace(/\.$/, '')} in line ${line}, column ${column}`;
  }

  private fail(failure: XmlFailure): void {
    this.failure ??= failure;
  }

  private openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.failure !== null) return;
    if (this.names.length === 0 && !this.visitor.root(name, attributes['xmlns'] ?? ''))
      this.fail({ kind: 'wrongRoot' });
    this.names.push(name);
    if (this.names.length > DEEPEST) this.fail({ kind: 'tooDeep' });
    this.text = '';
    if (this.skippedFrom !== null) return;
    if (this.visitor.skips(name)) {
      this.skippedFrom = this.names.length;
      return;
    }
    const parent = this.open.at(-1);
    if (parent === undefined && !this.visitor.isItem(this.path())) return;
    const node: XmlNode = { name, text: '', children: [] };
    parent?.children.push(node);
    this.open.push(node);
  }

  private addText(text: string): void {
    if (this.failure !== null || this.skippedFrom !== null) return;
    const node = this.open.at(-1);
    if (node === undefined) this.text += text;
    else node.text += text;
  }

  private closeTag(): void {
    if (this.failure !== null) return;
    const path = this.path();
    const depth = this.names.length;
    this.names.pop();
    if (this.skippedFrom !== null) {
      if (this.skippedFrom === depth) this.skippedFrom = null;
      return;
    }
    const node = this.open.pop();
    if (node === undefined) {
      this.visitor.value(path, this.text.trim());
      this.text = '';
    } else if (this.open.length === 0) {
      this.visitor.item(path, node);
    }
  }

  private path(): string {
    return this.names.join('/');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The text of the first child of a name; empty where there is none. */
export function childText(node: XmlNode, name: string): string {
  return node.children.find((child) => child.name === name)?.text.trim() ?? '';
}

export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((child) => child.name === name);
}
