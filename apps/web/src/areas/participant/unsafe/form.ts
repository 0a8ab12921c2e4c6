// Nothing need be typed: pressing says enough.
import { z } from 'zod';

export const form = z.object({
  key: z.uuid(),
  text: z
    .string()
    .trim()
    .max(10_000)
    .transform((text) => text.replaceAll('\0', '') || null),
});
