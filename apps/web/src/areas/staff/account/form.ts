// Which of one's own sign-ins is ended.
import { z } from 'zod';

export const form = z.object({ session: z.string().min(1).max(100) });
