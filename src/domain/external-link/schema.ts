import { z } from 'zod';
import { day, localizedText } from '../shared/schema.ts';

const address = z.url({ protocol: /^https?$/, error: 'Schrijf een volledig adres: https://…' });

/** An address outside the handbook that one of its pages links to: an entry of `content/external-links.yaml`. */
export const externalLinkSchema = z.strictObject({
  /** The address, as it stands in the link. */
  id: address,
  /** Day on which somebody, or `npm run links:check`, last found the page there (YYYY-MM-DD); left out when nobody did. */
  lastChecked: day.optional(),
  /** Address of a kept copy, for a page that changed or went. */
  archive: address.optional(),
  /** What a reader should know of it: it moved, it asks for money. */
  note: localizedText.optional(),
});
export type ExternalLink = z.infer<typeof externalLinkSchema>;
