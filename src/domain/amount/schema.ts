import { z } from 'zod';
import { evidence, withEvidence } from '../evidence/schema.ts';
import { day, localizedText, permanentId } from '../shared/schema.ts';

/** Amounts and thresholds of one country that change with time: `content/amounts/<country>.yaml`. */
export const amountsSchema = z.strictObject({
  entries: z.array(
    withEvidence(
      z.strictObject({
        /** Permanent id; texts name it as `{id}`. */
        id: permanentId,
        /** What the amount is for, as a heading of a row. */
        label: localizedText,
        value: z.number().nonnegative(),
        unit: z.enum(['euro', 'percent', 'count']),
        /** Day from which the amount holds, or on which it was stated (YYYY-MM-DD). */
        since: day,
        ...evidence,
      }),
    ),
  ),
});
export type Amounts = z.infer<typeof amountsSchema>;
