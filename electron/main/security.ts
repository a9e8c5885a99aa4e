/** What the app refuses everywhere: other pages, new windows, permissions, attachments. */
import { app, type Session, type WebContents } from 'electron';
import { isOurs } from './addresses';

export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** The page may read nothing from the network; this stands behind the content security policy. */
export function refuseNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const local = isOurs(details.url) || /^(data|blob|devtools|chrome-extension):/.test(details.url);
    answer({ cancel: !local });
  });
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (event: { preventDefault: () => void }, address: string): void => {
    if (!isOurs(address)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => {
    stay(event, event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    stay(event, event.url);
  });
  contents.on('will-redirect', (event) => {
    stay(event, event.url);
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

export function guardEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents);
  });
}
