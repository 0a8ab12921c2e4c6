// What is decided about each note and entry: given, or withheld on a ground. What was left undecided is left out.
import { z } from 'zod';
import { namesOf } from '../../../vocabulary/vocabulary.js';
import type { DecideRequestMutationVariables } from './page.generated.js';

type Decision = Extract<DecideRequestMutationVariables['decisions'], readonly unknown[]>[number];

export const reviewing = z.object({ _key: z.uuid() });
export const answering = z.object({ _csrf: z.string() });

const rows = z.object({
  item: z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat()),
  decision: z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat()),
});

/** Items and decisions stand in the same order. */
export function decisionsIn(body: unknown): Decision[] {
  const read = rows.safeParse(body);
  if (!read.success) return [];
  const grounds = namesOf('WithholdGround');
  return read.data.item.flatMap((item, at): Decision[] => {
    const decision = read.data.decision[at] ?? '';
    if (decision === 'give') return [{ item, ground: null }];
    return grounds.includes(decision) ? [{ item, ground: decision as Decision['ground'] }] : [];
  });
}
