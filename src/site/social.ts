import nl from '../../content/i18n/nl.json' with { type: 'json' };
import { fill, firstSentence } from '../domain/shared/index.ts';
import { sections } from './sidebar.ts';

/** Size of a social image in pixels, as the networks that show them ask. */
export const SOCIAL_SIZE = { width: 1200, height: 630 } as const;

/** The image of what has none of its own: the handbook. */
const HANDBOOK = 'handboek';
/** Sections with an image of their own; the last one only holds pages about the handbook. */
export const SOCIAL_SECTIONS = [
  'start',
  'methode',
  'fiches',
  'hulpmiddelen',
  'rechtsvormen',
  'cases',
  'achtergrond',
] as const;

/** What stands in a social image. */
export interface SocialCard {
  /** Name of the file: `public/social/<id>.png`. */
  id: string;
  /** What it is, in small above the title; nothing for a section. */
  kind?: string;
  title: string;
  /** One line below the title. */
  line: string;
  /** The phase that is marked on the map, if the image is of one. */
  phase?: number;
}

/** What the images are made from: names of phases, titles of tools. */
export interface SocialFacts {
  phases: readonly { number: number; name: string; aim: string }[];
  /** Pages with a tool, by their address. */
  tools: readonly { path: string; title: string; description: string }[];
}

/** The social image of a page, by its address without language (`/methode/4-opbouwen/`): that of its phase, tool or section. */
export function socialImageOf(path: string): string {
  const [, phase] = /^\/methode\/([1-8])-/.exec(path) ?? [];
  if (phase) return `fase-${phase}`;
  if (isToolPage(path)) return `hulpmiddel-${path.slice('/hulpmiddelen/'.length, -1).replaceAll('/', '-')}`;
  const section = sections.find(
    ({ directory, more = [] }) =>
      path.startsWith(`/${directory}/`) || more.some((slug) => path.startsWith(`/${slug}/`)),
  );
  return SOCIAL_SECTIONS.find((name) => name === section?.directory) ?? HANDBOOK;
}

/** Whether a page holds a tool; a page with the rules behind a tool does not. */
export function isToolPage(path: string): boolean {
  return /^\/hulpmiddelen\/(?!.*-regels\/)[^#]+\/$/.test(path);
}

/** All social images of the site, in Dutch. */
export function socialCards({ phases, tools }: SocialFacts): SocialCard[] {
  return [
    { id: HANDBOOK, title: nl['site.title'], line: nl['social.line.handboek'] },
    ...phases.map(({ number, name, aim }) => ({
      id: `fase-${number}`,
      kind: fill(nl['phase.of'], { n: number }),
      title: name,
      line: aim,
      phase: number,
    })),
    ...tools.map(({ path, title, description }) => ({
      id: socialImageOf(path),
      kind: nl['share.kind.tool'],
      title,
      line: firstSentence(description),
    })),
    ...SOCIAL_SECTIONS.map((id) => ({ id, title: nl[`section.${id}`], line: nl[`social.line.${id}`] })),
  ];
}
