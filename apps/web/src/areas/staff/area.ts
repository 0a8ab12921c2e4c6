// The staff area: pages for staff of the service, whatever their role.
import type { Area } from '../../server/area.js';

export const staffArea: Area = {
  layout: 'kit/layout/staff.njk',
  bar: [
    { href: '/today', text: 'bar.today' },
    { href: '/cases', text: 'bar.cases' },
    { href: '/find', text: 'bar.find', to: ['coordinator', 'manager', 'safeguardingLead'] },
    { href: '/directory', text: 'bar.directory', to: ['coordinator', 'manager'] },
    { href: '/decisions', text: 'bar.decisions', to: ['safeguardingLead'] },
    { href: '/board', text: 'bar.board', to: ['coordinator', 'manager', 'safeguardingLead'] },
    { href: '/service', text: 'bar.service', to: ['coordinator', 'manager', 'safeguardingLead'] },
  ],
  navigation: [],
  elsewhere: ({ kind }) => (kind === 'staff' ? null : '/your-page'),
};
