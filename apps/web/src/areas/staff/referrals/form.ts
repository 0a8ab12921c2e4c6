// A file as it came, whole.
import { z } from 'zod';

export const fileForm = z.object({ file: z.instanceof(Buffer).refine(({ length }) => length > 0) });
