// A file that was sent, and rows that are given back.
import { z } from 'zod';

export const fileForm = z.object({ file: z.instanceof(Buffer).refine(({ length }) => length > 0) });
export const backForm = z.object({ rows: z.string().max(200_000) });
