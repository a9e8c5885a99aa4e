/** How the report looks: the window's colors and sizes, light or dark as its reader's screen, light on paper. */
import { TINT } from '../../domain/roadmap/roadmapMarks';
import type { CategoryTone } from '../../domain/gantt/primitive';
import { COLORS, FONT_FAMILY, FONT_WEIGHT, tint, tintName, type Theme } from '../svgTheme';

const CATEGORIES: readonly CategoryTone[] = [
  'cat-1',
  'cat-2',
  'cat-3',
  'cat-4',
  'cat-5',
  'cat-6',
  'cat-7',
  'cat-8',
];

function colorsOf(theme: Theme): string {
  const own = Object.entries(COLORS).map(
    ([token, values]) => `--${token}:${values[theme === 'light' ? 0 : 1]}`,
  );
  const tints = CATEGORIES.map((tone) => `--${tintName(tone, TINT)}:${tint(tone, TINT, theme)}`);
  return [...own, ...tints].join(';');
}

const { regular, medium, semibold } = FONT_WEIGHT;

/** Nothing in it comes from a plan. */
export function reportStyle(): string {
  return `
:root{color-scheme:light;${colorsOf('light')}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${colorsOf('dark')}}}
*,*::before,*::after{box-sizing:border-box}
html{font-size:100%;scroll-padding-top:1rem}
body{margin:0;font:${regular} .875rem/1.375rem ${FONT_FAMILY};color:var(--text);background:var(--surface);
overflow-wrap:break-word;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
b{font-weight:${medium};color:var(--text)}
a{color:var(--accent-text);text-underline-offset:2px}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:1px;
border-radius:3px}
svg{display:block;width:100%;height:auto}
.n,.score,.fig dd,nav a>span:last-child{font-variant-numeric:tabular-nums}
h1,.lede,.answer,summary{overflow-wrap:anywhere}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:1rem;z-index:2;padding:.5rem 1rem;background:var(--surface);border:1px solid var(--accent)}
header,main,footer{padding:0 2rem;max-width:90rem}
header{padding-top:2.5rem}
header .over{color:var(--text-3)}
h1{font-size:1.375rem;line-height:1.75rem;font-weight:${semibold};letter-spacing:-.018em}
.lede{margin-top:1.25rem;max-width:34em;font-size:1.75rem;line-height:2.25rem;font-weight:560;
letter-spacing:-.024em;color:var(--text-2);text-wrap:balance}
.lede b{font-weight:inherit}
.lede.bad b{color:var(--bad-text)}
.fig{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.25rem,1fr));gap:1rem 0;margin:1.75rem 0 1rem}
.fig>div{padding:0 1rem;border-left:1px solid var(--line)}
.fig>div:first-child{padding-left:0;border-left:0}
.fig dt,.fig small{display:block;font-size:.75rem;line-height:1rem;color:var(--text-3)}
.fig dd{font-size:1.5rem;line-height:2rem;font-weight:560;letter-spacing:-.018em}
.fig.is-small dd{font-size:1.125rem;line-height:1.5rem}
.fig small{letter-spacing:0;font-weight:${regular}}
.fig .bad{color:var(--bad-text)}
nav{padding:1.5rem 2rem}
nav h2{font-size:.75rem;line-height:1rem;font-weight:${medium};color:var(--text-3)}
nav a{display:flex;gap:.5rem;padding:.25rem 0;color:var(--text);text-decoration:none}
nav a:hover{text-decoration:underline}
nav a>span:last-child{margin-left:auto;color:var(--text-3);white-space:nowrap;font-size:.75rem}
nav ul ul a{padding:.125rem 0 .125rem 1.5rem;color:var(--text-2);font-size:.8125rem}
.chapter{padding:2.5rem 0 0}
.chapter>h2{padding-bottom:.25rem;font-size:1.375rem;line-height:1.75rem;font-weight:${semibold};
letter-spacing:-.018em}
.chapter>h2 span{color:var(--text-3);font-weight:${regular};padding-right:.5rem}
h3{margin-top:2rem;font-size:1.0625rem;line-height:1.5rem;font-weight:${semibold};letter-spacing:-.012em}
.answer{max-width:104ch;color:var(--text-2)}
.purpose,.note{max-width:104ch;font-size:.8125rem;line-height:1.25rem;color:var(--text-3)}
.note{margin:.5rem 0}
figure{margin:1rem 0}
figcaption{font-size:.75rem;line-height:1rem;color:var(--text-3);padding-top:.25rem}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding-bottom:.25rem;font-size:.75rem;color:var(--text-2)}
.legend li{display:flex;align-items:center;gap:.375rem}
.legend svg{width:.75rem;height:.75rem}
.drawn svg{min-width:52rem}
.drawn{overflow-x:auto}
.drawn svg+svg{margin-top:1.5rem}
.scroll{overflow-x:auto}
table{width:100%;margin-top:.75rem;border-collapse:collapse;font-size:.8125rem;line-height:1.125rem}
.scroll:not(.wide) table{max-width:64rem}
caption{padding:.5rem 0;text-align:left;font-weight:${medium};color:var(--text-2)}
th,td{padding:.3125rem .75rem .3125rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;
font-weight:${regular}}
th:last-child,td:last-child{padding-right:0}
thead th{vertical-align:bottom;font-size:.75rem;line-height:1rem;font-weight:${medium};color:var(--text-3);
border-bottom-color:var(--line-strong);background:var(--surface)}
th,td{max-width:26rem}
tbody th{min-width:11rem}
.n{text-align:right}
td.n{white-space:nowrap}
.n+th,.n+td:not(.n){padding-left:.25rem}
.wide table{min-width:60rem}
${Array.from({ length: 8 }, (_, index) => `.d${String(index + 1)}{padding-left:${String(index + 1)}rem}`).join('')}
tr.group>*{font-weight:${semibold}}
tr.total>*{font-weight:${semibold};border-top:1px solid var(--text);border-bottom:0}
tr.more td{max-width:none;padding:0 0 .5rem 1rem;color:var(--text-2);white-space:pre-line}
tr.more p{max-width:120ch}
tr.more span{color:var(--text-3)}
tr:has(+tr.more)>*{border-bottom:0}
summary{padding:.5rem 0;font-weight:${medium};cursor:default;color:var(--accent-text)}
.heat{width:auto;border-collapse:separate;border-spacing:3px}
.heat th,.heat td{border:0;padding:.25rem .5rem;min-width:0;font-size:.75rem;color:var(--text-3);text-align:center;
vertical-align:middle}
.heat tbody th{text-align:right}
.heat tbody td{position:relative;width:5.5rem;height:3rem;border-radius:4px;color:var(--text)}
.heat td i{position:absolute;left:.375rem;top:.125rem;font-style:normal;font-size:.6875rem}
.heat td b{font-size:.9375rem;font-weight:${semibold}}
${[1, 2, 3, 4].map((band) => `.band-${String(band)}{background:var(--heat-${String(band)})}`).join('')}
.score{display:inline-block;min-width:1.75rem;padding:0 .25rem;border-radius:3px;text-align:center;
font-weight:${medium};color:var(--text)}
.level{font-weight:${medium}}
.level.error{color:var(--bad-text)}
.level.warning{color:var(--warn-text)}
footer{margin-top:3rem;padding-top:1rem;padding-bottom:3rem;font-size:.75rem;line-height:1rem;color:var(--text-3)}
@media screen and (min-width:78rem){
body:has(>nav){display:grid;grid-template:auto auto 1fr / 17rem minmax(0,1fr)}
.skip{grid-row:1}
nav{grid-area:1 / 1 / 4 / 2;position:sticky;top:0;height:100vh;overflow:auto;background:var(--bg);
border-right:1px solid var(--line);padding:2.5rem 1.25rem}
body:has(>nav)>:is(header,main,footer){grid-column:2}
body:not(:has(>nav))>:is(header,main,footer){max-width:72rem;margin-inline:auto}
.scroll{overflow:visible}
.wide table{min-width:0}
.widest{overflow-x:auto}
.scroll:not(.widest) thead th{position:sticky;top:0;z-index:1}
}
@media screen and (max-width:48rem){
header,main,footer,nav{padding-left:1rem;padding-right:1rem}
.lede{font-size:1.25rem;line-height:1.75rem}
.fig>div{padding:0 .5rem 0 0;border-left:0}
}
@page{size:landscape;margin:11mm 10mm;@bottom-right{content:counter(page) " of " counter(pages);font-size:7pt}}
@media print{
html{font-size:80%}
header,main,footer,nav{padding-left:0;padding-right:0;max-width:none}
header{padding-top:0}
.skip{display:none}
nav>ul{columns:2;column-gap:3rem}
nav li{break-inside:avoid}
nav a{padding:.125rem 0}
.chapter{padding-top:1.5rem}
#timeline,#roadmap,#budget,#risks,#people,#registers{break-before:page;padding-top:0}
h2,h3,caption,.answer,.purpose,.note{break-after:avoid}
svg,.heat{break-inside:avoid}
.drawn,.scroll{overflow:visible}
.drawn svg,.wide table{min-width:0}
.drawn svg{max-height:178mm}
thead{display:table-header-group;break-after:avoid}
.together{break-inside:avoid}
footer{margin-top:1rem;padding-bottom:0}
tr{break-inside:avoid}
tr.group,tr:has(+tr.more),tr:has(+tr>td:first-child:empty){break-after:avoid}
.scroll:not(.wide) table{max-width:none}
table{font-size:7.5pt;line-height:10.5pt}
thead th{font-size:7pt;line-height:9pt}
tbody th{min-width:11rem}
th,td{max-width:none;padding-top:.2rem;padding-bottom:.2rem;border-bottom-width:.5pt}
a{color:inherit;text-decoration:none}
}
`.trim();
}
