/** A small XML serializer for values that are lists of elements in a fixed order. */
import { xmlText } from './xml';

/** An element with text, with elements, or left out. The order is the order of the file. */
export type XmlElement =
  readonly [name: string, content: string | number | readonly (XmlElement | null)[]] | null;

/** Elements without children stand on one line each. */
export function xmlElement(element: XmlElement, indent = ''): string {
  if (element === null) return '';
  const [name, content] = element;
  if (typeof content !== 'object') return `${indent}<${name}>${xmlText(String(content))}</${name}>\n`;
  const inner = content.map((child) => xmlElement(child, `${indent}  `)).join('');
  return `${indent}<${name}>\n${inner}${indent}</${name}>\n`;
}
