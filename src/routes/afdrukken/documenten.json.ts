import { documents } from '../../site/documents.ts';
import { base } from '../../site/publishing.ts';

/** Everything there is to print, for `npm run pdf`: it works on the built site and knows nothing of the content. */
export async function GET(): Promise<Response> {
  return Response.json({ base, documents: await documents() });
}
