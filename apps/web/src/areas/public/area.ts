// The public area: pages for every visitor, signed in or not.
import { noArea, type Area } from '../../server/area.js';

export const publicArea: Area = noArea;
