// The staff area: pages for whoever works for the service, in whatever role.
import { noArea, type Area } from '../../server/area.js';

export const staffArea: Area = {
  ...noArea,
  elsewhere: ({ kind }) => (kind === 'staff' ? null : '/your-page'),
};
