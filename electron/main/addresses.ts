/**
 * The app's own origin, `app://workbook`, which addresses belong to it, and which file stands behind one. The origin is
 * part of the storage format, because IndexedDB belongs to it; it is never renamed.
 */
import path from 'node:path';

export const SCHEME = 'app';
export const ORIGIN = 'app://workbook';

/** No inline script or style, no connection to anywhere else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** True for addresses of our own page: protocol and host compared, never text. */
export function isOurs(address: string): boolean {
  const url = parseUrl(address);
  return url?.protocol === `${SCHEME}:` && url.host === 'workbook' && url.username === '' && url.port === '';
}

function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

/**
 * The file behind an address, within the page's folder.
 * @returns undefined for every address that is not ours or leads out of the folder
 */
export function fileBehind(address: string, folder: string): string | undefined {
  if (!isOurs(address)) return undefined;
  let wanted: string;
  try {
    wanted = decodeURIComponent(new URL(address).pathname);
  } catch {
    return undefined;
  }
  if (wanted.includes('\0') || wanted.includes('\\')) return undefined;
  const file = path.resolve(folder, `.${wanted === '/' ? '/index.html' : wanted}`);
  const inside = path.relative(folder, file);
  const leadsOut =
    inside === '' || inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside);
  return leadsOut ? undefined : file;
}

/** Only the main frame of our own page may call the machine; anything doubtful is refused. */
export function isTrusted(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOurs(frame.url);
}
