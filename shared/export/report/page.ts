/** A web page that holds everything it shows, runs nothing and loads nothing. */
import { Markup, markup } from './markup';
import { reportStyle } from './style';

/** Nothing runs, nothing is loaded, nothing is sent; the page's own style is all it may use. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function page(
  { title, appVersion }: { readonly title: string; readonly appVersion: string },
  body: Markup,
): string {
  const whole = markup`<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${POLICY}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="generator" content="Golive Workbook ${appVersion}"/>
<title>${title}</title>
<style>
${new Markup(reportStyle())}
</style>
</head>
<body>
${body}
</body>
</html>
`;
  return `<!DOCTYPE html>\n${whole.source}`;
}
