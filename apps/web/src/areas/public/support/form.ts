// What the directory is searched by; an empty field asks nothing.
import { z } from 'zod';

const words = z.string().trim().max(100).catch('');

export const form = z.object({ need: words, area: words, words });
