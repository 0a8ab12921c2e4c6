/** Whether an object that a form sent has only fields that are known, each of the kind it is. */
import { fields, type Field } from './fields.js';
import type { Mapping } from './mapping.js';
import { flattened } from './row-values.js';

const isList = (field: Field): boolean => field === 'sender.ways' || field === 'sender.needs';

/** Names of fields that do not fit; [] where all do. What was in them stays in the row. */
export function unfitting(cells: Readonly<Record<string, unknown>>, { columns, others }: Mapping): string[] {
  return flattened(cells).flatMap(([path, value]) => {
    const field = columns[path];
    // "contact": null says nothing of a group of fields.
    if (value === null && Object.keys(columns).some((column) => column.startsWith(`${path}.`))) return [];
    if (field === undefined) return others ? [] : [path.slice(0, 60)];
    return value === null || fits(field, value) ? [] : [path];
  });
}

function fits(field: Field, value: unknown): boolean {
  if (isList(field)) return Array.isArray(value) && value.every((one) => typeof one === 'string');
  return fields[field].kind === 'yesNo' ? typeof value === 'boolean' : typeof value === 'string';
}
