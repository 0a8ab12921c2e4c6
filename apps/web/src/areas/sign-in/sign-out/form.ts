// How far signing out reaches.
import { z } from 'zod';

export const form = z.object({ everywhere: z.literal('yes').optional() });
