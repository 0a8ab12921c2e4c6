// Two buttons, and the name of this filling-in.
import { z } from 'zod';

export const form = z.object({ key: z.uuid(), how: z.enum(['stop', 'pause']) });
