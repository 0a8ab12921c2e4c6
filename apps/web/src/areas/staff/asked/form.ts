// Whether somebody who is asked to take a case is connected with anybody in it.
import { z } from 'zod';

export const form = z.object({ connected: z.enum(['yes', 'no'], { error: 'choose' }), me: z.uuid() });
