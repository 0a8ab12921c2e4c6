// One choice about one letter, and the name of this filling-in.
import { z } from 'zod';

export const choices = ['read', 'withSomebody', 'keep', 'decline', 'agree', 'takeBack'] as const;
export type Choice = (typeof choices)[number];
export const form = z.object({ key: z.uuid(), choice: z.enum(choices) });
