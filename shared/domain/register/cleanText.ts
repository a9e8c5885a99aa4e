/** What may stand in a text: no control characters, which break XML and Excel files, and no half of a character. */

/** A text of one line: control characters and line breaks become spaces. */
export function cleanLine(text: string): string {
  return dropLoneSurrogates(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim());
}

export function cleanText(text: string): string {
  return dropLoneSurrogates(
    text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ''),
  );
}

function dropLoneSurrogates(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
