import type { APIRoute } from 'astro';
import { permalinkPath } from '../../domain/permalink/index.ts';
import { absoluteUrl, livePermalinks } from '../../site/permalinks.ts';
import { qrSvg } from '../../site/qr.ts';

export async function getStaticPaths() {
  return (await livePermalinks()).map(({ id }) => ({ params: { id } }));
}

/** The QR code of a permanent link as a drawing that stays sharp at every size. */
export const GET: APIRoute = ({ params }) =>
  new Response(qrSvg(absoluteUrl(permalinkPath(params['id'] ?? ''))), {
    headers: { 'content-type': 'image/svg+xml' },
  });
