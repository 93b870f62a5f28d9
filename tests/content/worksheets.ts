import { chooserSchema } from '../../src/domain/chooser/schema.ts';
import { techniqueSchema } from '../../src/domain/technique/schema.ts';
import { localizeWorksheet, type LocalWorksheet } from '../../src/domain/worksheet/index.ts';
import { worksheetSchema } from '../../src/domain/worksheet/schema.ts';
import { entries } from './load.ts';

const techniques = entries('techniques', techniqueSchema);
const choosers = entries('choosers', chooserSchema);

/** All worksheets by id, as their files say. */
export const worksheets = entries('worksheets', worksheetSchema);

/** A worksheet in Dutch, with what it takes from its technique and from the choosers. */
export function dutchWorksheet(id: string): LocalWorksheet {
  const worksheet = worksheets.get(id);
  if (!worksheet) throw new Error(`There is no worksheet “${id}”.`);
  const technique = techniques.get(worksheet.techniques[0] ?? '');
  return localizeWorksheet(id, worksheet, 'nl', {
    ...(technique && { technique }),
    dutyOf: (chooserId, dutyId) => {
      const chooser = choosers.get(chooserId);
      const rule = chooser?.rules.find(({ id, kind }) => id === dutyId && kind === 'duty');
      if (!chooser || !rule) throw new Error(`${id}: no duty “${dutyId}” in “${chooserId}”.`);
      return {
        text: rule.text.nl,
        articles: chooser.grounds
          .filter((ground) => rule.grounds.includes(ground.id))
          .flatMap(({ article }) => article ?? []),
        notice: chooser.notice.nl,
      };
    },
  });
}
