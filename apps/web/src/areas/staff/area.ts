// The staff area: pages for staff of the service, whatever their role.
import { noArea, type Area } from '../../server/area.js';

export const staffArea: Area = {
  ...noArea,
  elsewhere: ({ kind }) => (kind === 'staff' ? null : '/your-page'),
};
