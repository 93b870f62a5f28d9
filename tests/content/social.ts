import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blockFaces, cubeCentres, type Point, WHOLE } from '../../components/phase-map/geometry.ts';
import nl from '../../content/i18n/nl.json' with { type: 'json' };
import { phaseSchema } from '../../src/domain/phase/schema.ts';
import { isToolPage, SOCIAL_SIZE, type SocialCard, socialCards } from '../../src/site/social.ts';
import { entries, pages, root } from './load.ts';

/** Where the images stand, and what each was made from when it was made. */
export const IMAGES = join(root, 'public/social');
export const FINGERPRINTS = join(root, 'tests/content/social-fingerprints.json');

const LOGO = 'components/content/Logo.astro';
const STATION = 'components/phase-map/Station.astro';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const font = readFileSync(join(root, 'src/styles/fonts/barlow-semi-condensed-600.woff2'));
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** All social images, from the data of phases and the titles of tools as they are now. */
export function cards(): SocialCard[] {
  const phases = [...entries('phases', phaseSchema).values()]
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, name, aim }) => ({ number, name: name.nl, aim: aim.nl }));
  const tools = pages()
    .filter(({ id, front }) => isToolPage(`/${id}/`) && front['draft'] !== true)
    .map(({ id, front }) => ({
      path: `/${id}/`,
      title: String(front['title']),
      description: String(front['description']),
    }));
  return socialCards({ phases, tools });
}

/** The page that Chromium draws an image from: type, colours and drawings of the site itself. */
export function htmlOf(card: SocialCard): string {
  return `<!doctype html><html lang="nl"><meta charset="utf-8"><style>
@font-face { font-family: Barlow; src: url(data:font/woff2;base64,${font.toString('base64')}); }
${lookOf(card)}`;
}

/** What an image is made from, in short: another one means that it has to be made again. */
export function fingerprint(card: SocialCard): string {
  return createHash('sha256').update(font).update(lookOf(card)).digest('hex').slice(0, 12);
}

function lookOf({ kind, title, line, phase }: SocialCard): string {
  return `:root { ${lightColours()} }
* { box-sizing: border-box; margin: 0; }
body { width: ${SOCIAL_SIZE.width}px; height: ${SOCIAL_SIZE.height}px; padding: 62px 80px; border-top: 22px solid var(--brick);
  background: var(--paper); color: var(--ink); font: 600 38px/1.2 Barlow; position: relative; }
.name { display: flex; align-items: center; gap: 16px; font-size: 32px; }
.logo svg { width: 46px; height: auto; display: block; }
.kind { margin-top: 30px; color: var(--brick); font-size: 36px; }
h1 { margin-top: 26px; font-size: ${title.length > 24 ? 74 : 92}px; font-weight: 600; line-height: 1.02; text-wrap: balance; }
.kind + h1 { margin-top: 0; }
.line { margin-top: 16px; color: var(--ink-soft); text-wrap: balance;${line.length > 75 ? ' font-size: 32px;' : ''} }
ol { position: absolute; inset: auto 60px 48px; display: grid; grid-template-columns: repeat(8, 1fr); padding: 0; list-style: none; }
ol::before { content: ''; position: absolute; inset: auto 0 15px; border-top: 4px solid var(--ink); }
li { display: grid; justify-items: center; align-items: end; position: relative; }
li svg { width: 116px; }
li b { display: grid; place-items: center; width: 34px; height: 34px; margin-top: 2px; border: 4px solid var(--ink);
  border-radius: 50%; background: var(--paper); font-size: 20px; line-height: 1; }
li.here b { width: 50px; height: 50px; margin: -6px 0 -8px; border-color: var(--brick); background: var(--brick); color: var(--paper); font-size: 30px; }
.logo { ${styleOf(LOGO)} }
ol { ${styleOf(STATION)} }
</style>
<p class="name"><span class="logo">${logo()}</span>${phase || kind || title !== nl['site.title'] ? escape(nl['site.title']) : ''}</p>
${kind ? `<p class="kind">${escape(kind)}</p>` : ''}
<h1>${escape(title)}</h1>
<p class="line">${escape(line)}</p>
<ol>${[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `<li${number === phase ? ' class="here"' : ''}>${station(number)}<b>${number}</b></li>`).join('')}</ol>`;
}

/** The colours of the light theme, which an image has whatever the reader's device shows. */
function lightColours(): string {
  return [...read('src/styles/theme.css').matchAll(/(--[\w-]+): light-dark\((#[0-9a-f]{6}),/g)]
    .map(([, token, light]) => `${token}: ${light};`)
    .join(' ');
}

/** The style of a component, so that its drawing looks here as it does on the site. */
function styleOf(component: string): string {
  return /<style>([\s\S]*?)<\/style>/.exec(read(component))?.[1]?.trim() ?? '';
}

/** One block with the classes that the component gives its top, left and right face. */
function block(component: string, centre: Point, size = 1, className = ''): string {
  const faces = [...read(component).matchAll(/<path class="(\w+)" d=\{(top|left|right)\}/g)];
  const points = blockFaces(centre, size);
  return `<g class="${className}">${faces.map(([, name, face]) => `<path class="${name}" d="${points[face as keyof typeof points]}"/>`).join('')}</g>`;
}

function station(number: number): string {
  const blocks =
    number === 8
      ? block(STATION, WHOLE.centre, WHOLE.size)
      : cubeCentres(number)
          .map((centre) => block(STATION, centre))
          .join('');
  return `<svg class="station" viewBox="0 0 100 84" data-stage="${number}">${blocks}</svg>`;
}

/** The mark of the handbook, as components/content/Logo.astro draws it. */
function logo(): string {
  return `<svg viewBox="20 5 60 62">${block(LOGO, { x: 50, y: 24 }, 1, 'first')}${block(LOGO, { x: 36.1, y: 48 })}${block(LOGO, { x: 63.9, y: 48 })}</svg>`;
}
