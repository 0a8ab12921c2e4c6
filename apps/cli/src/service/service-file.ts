// The file that describes a new service: read, checked, and refused with a line for each thing to mend.
import { z } from 'zod';
import { CannotStart } from '#libs/config';
import { defaults, listsOfWords } from '#libs/case';
import type { NewService } from '#libs/services';

const words = z.string().trim().min(1).max(200);
const day = z.iso.date();
const role = z.enum(['facilitator', 'coordinator', 'manager', 'safeguardingLead']);
const numbers = Object.keys(defaults).filter((name) => !(listsOfWords as readonly string[]).includes(name));
const settings = z.strictObject({
  ...Object.fromEntries(numbers.map((name) => [name, z.int().min(0).optional()])),
  bankHolidays: z.array(day).optional(),
  cautionWords: z.array(z.string().trim().min(2)).optional(),
  safeguardingOnCall: z.array(words).optional(),
});
const file = z.strictObject({
  name: words,
  commissions: z
    .array(z.strictObject({ area: words, commissioner: words, kind: words.default('pcc'), startsOn: day }))
    .min(1),
  staff: z
    .array(
      z.strictObject({
        subject: words,
        roles: z.array(role).min(1),
        given: words,
        family: words,
        email: z.email().optional(),
      }),
    )
    .refine(
      (all) => all.some(({ roles }) => roles.find((one) => one === 'coordinator')),
      'one of them must be a coordinator',
    ),
  settings: settings.default({}),
});

/** A file to begin with: every name in it is to be replaced. */
export const example = {
  name: 'Northfold Restorative Justice',
  commissions: [
    { area: 'Northfold', commissioner: 'Northfold Police and Crime Commissioner', kind: 'pcc', startsOn: '2026-04-01' },
  ],
  staff: [
    {
      subject: 'THE "sub" OF YOUR SIGN-IN SERVICE',
      roles: ['coordinator', 'manager'],
      given: 'Cora',
      family: 'Coordinator',
      email: 'cora@northfold.example',
    },
  ],
  settings: { consentDays: defaults.consentDays },
};

/** @throws CannotStart with a line for each thing to mend: its place in the file, and never its value. */
export function serviceIn(text: string): NewService {
  const read = z
    .string()
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(file)
    .safeParse(text);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
    throw new CannotStart(lines.join('\n'));
  }
  const { staff, ...service } = read.data;
  return {
    ...service,
    staff: staff.map(({ subject, roles, email, ...names }) => ({
      subject,
      roles,
      values: { ...names, ...(email !== undefined && { email }) },
    })),
  };
}
