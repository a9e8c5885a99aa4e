/** Puts a text on the clipboard while a press is handled. @returns whether it is there now */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  // The clipboard's newer interface asks for a permission, and this window is given none.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return isCopied;
}
