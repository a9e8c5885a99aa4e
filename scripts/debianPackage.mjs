/**
 * Makes a Debian package of an unpacked Linux build with dpkg-deb: the program under /opt, an entry in the
 * application menu, the icon, and the file type, so that a double click on a .golive file opens it.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  readdirSync,
} from 'node:fs';
import path from 'node:path';
import { projectRoot } from './processes.mjs';

const program = 'golive-workbook';
const mimeType = 'application/vnd.golive-workbook';
const installedIn = `/opt/${program}`;

/** What Electron links to; the alternatives are the names of Debian 13 and Ubuntu 24.04. */
const dependencies = [
  'libgtk-3-0t64 | libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2t64 | libasound2',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libdrm2',
  'libxkbcommon0',
  'xdg-utils',
];

const desktopEntry = `[Desktop Entry]
Type=Application
Name=Golive Workbook
Comment=Plan and run the implementation of an electronic health record
Exec=${installedIn}/${program} %f
Icon=${program}
Terminal=false
Categories=Office;ProjectManagement;
MimeType=${mimeType};
StartupWMClass=Golive Workbook
`;

const fileType = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${mimeType}">
    <comment>Golive Workbook plan</comment>
    <icon name="${program}"/>
    <glob pattern="*.golive"/>
  </mime-type>
</mime-info>
`;

const refreshMenus = `#!/bin/sh
set -e
if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q || true; fi
if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -qtf /usr/share/icons/hicolor || true; fi
`;

/**
 * Writes `target` (.deb) from the folder `unpacked`. `draft` is a folder to work in, which is emptied.
 * @throws when dpkg-deb is missing or fails
 */
export function makeDebianPackage({ unpacked, draft, target, version, architecture }) {
  rmSync(draft, { recursive: true, force: true });
  const put = (file, content, mode = 0o644) => {
    const full = path.join(draft, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, content);
    chmodSync(full, mode);
  };
  cpSync(unpacked, path.join(draft, installedIn), { recursive: true });
  // Chromium's sandbox where the kernel gives no user namespaces; it refuses to start without this mode.
  chmodSync(path.join(draft, installedIn, 'chrome-sandbox'), 0o4755);
  mkdirSync(path.join(draft, 'usr/bin'), { recursive: true });
  symlinkSync(`${installedIn}/${program}`, path.join(draft, 'usr/bin', program));
  put(`usr/share/applications/${program}.desktop`, desktopEntry);
  put(`usr/share/mime/packages/${program}.xml`, fileType);
  for (const [icon, folder] of [
    ['icon.svg', 'scalable'],
    ['icon.png', '1024x1024'],
  ]) {
    const place = path.join(draft, 'usr/share/icons/hicolor', folder, 'apps');
    mkdirSync(place, { recursive: true });
    cpSync(path.join(projectRoot, 'resources/icons', icon), path.join(place, program + path.extname(icon)));
  }
  put('DEBIAN/control', controlOf({ version, architecture, kilobytes: kilobytesIn(draft) }));
  put('DEBIAN/postinst', refreshMenus, 0o755);
  put('DEBIAN/postrm', refreshMenus, 0o755);

  const built = spawnSync('dpkg-deb', ['-Zgzip', '-z6', '--root-owner-group', '--build', draft, target], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  rmSync(draft, { recursive: true, force: true });
  if (built.error !== undefined)
    throw new Error(`no Debian package without dpkg-deb: ${built.error.message}`);
  if (built.status !== 0) throw new Error('dpkg-deb failed; its messages are above');
}

const controlOf = ({ version, architecture, kilobytes }) => `Package: ${program}
Version: ${version}
Architecture: ${architecture}
Maintainer: Golive Workbook contributors <contributors@golive-workbook.invalid>
Installed-Size: ${kilobytes}
Depends: ${dependencies.join(', ')}
Section: misc
Priority: optional
Description: Plan and run the implementation of an electronic health record
 A workbook for medical practices: timeline, costs, risks and roadmap of the
 change to an electronic health record. It works offline; plans stay on this
 computer and are kept when the package is removed.
`;

function kilobytesIn(folder) {
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
  return Math.ceil(bytes / 1024);
}
