import type { APIRoute } from 'astro';
import { permalinkPath } from '../../domain/permalink/index.ts';
import { absoluteUrl, livePermalinks } from '../../site/permalinks.ts';
import { qrPng } from '../../site/qr.ts';

/** Width of the picture in pixels: sharp up to a fifth of a sheet of A4. */
const PIXELS = 1000;

export async function getStaticPaths() {
  return (await livePermalinks()).map(({ id }) => ({ params: { id } }));
}

/** The QR code of a permanent link as a picture, for programs that take no drawing. */
export const GET: APIRoute = ({ params }) =>
  new Response(Buffer.from(qrPng(absoluteUrl(permalinkPath(params['id'] ?? '')), PIXELS)), {
    headers: { 'content-type': 'image/png' },
  });
