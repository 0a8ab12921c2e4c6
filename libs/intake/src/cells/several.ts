/** Who stands in one cell: a body, one person, or several; a split is a reading, and a person confirms it. */
import type { PersonNames } from '../referral.js';
import { isBodyName } from './bodies.js';
import { namesFromOneCell, namesFromParts, onOneLine } from './names.js';

export interface Named {
  body: boolean;
  names: PersonNames;
}
/** `split`: several were read out of one cell, and somebody must confirm it. `unsure`: one, where there may be several. */
export interface NamedInCell {
  who: Named[];
  split: boolean;
  unsure: boolean;
}

const titles = '(?:mr|mrs|ms|miss|mx|dr|prof|rev|sir|lady)\\.?';
const title = new RegExp(`^${titles}$`, 'i');
const titledPair = new RegExp(
  `^(${titles})(?: (\\S.*?))?\\s*(?:&|\\+|\\band\\b|\\bac?\\b)\\s*(${titles}) (\\S.*)$`,
  'iu',
);
// "a/k/a", "n/a" and "c/o" are words; every other stroke stands between two.
const stroke = /\s*(?:(?<!\b[acdns])\/(?!(?:a|o|k\/a|k)\b)|;|\r\n|\n|\r)\s*/u;

/** Reads a cell that may name several: strokes and line breaks part them, and so do "&", "and" and the Welsh "a" and "ac". */
export function namedIn(cell: string): NamedInCell {
  const pieces = cell.split(stroke).map(onOneLine).filter(Boolean);
  const read = pieces.map(piece);
  const who = read.flatMap((one) => one.who);
  return { who, split: who.length > 1, unsure: read.some((one) => one.unsure) };
}

/** The same for a name in separate cells: "Mr & Mrs", "", "Tolland"; "", "Peter and Nesta", "Tolland"; "", "", "Bell plc". */
export function namedInParts(titleCell: string, given: string, family: string): NamedInCell {
  const [one, several] = [onOneLine(titleCell), joined(onOneLine(given))];
  if (given === '' && family !== '') {
    const pair = joined(one);
    if (pair.length === 2 && pair.every((word) => title.test(word))) return namedIn(`${one} ${family}`);
    const read = namedIn(family);
    const [only, ...others] = read.who;
    if (only?.body && others.length === 0)
      return { ...read, who: [{ ...only, names: { ...only.names, family: onOneLine(family) } }] };
    if (read.split || read.unsure) return read;
  }
  if (
    several.length > 1 &&
    family !== '' &&
    joined(family).length === 1 &&
    !several.some((part) => part.includes(' '))
  ) {
    return { who: several.map((name) => person(namesFromParts('', name, family))), split: true, unsure: false };
  }
  return {
    who: given || family ? [person(namesFromParts(titleCell, given, family))] : [],
    split: false,
    unsure: false,
  };
}

const person = (names: PersonNames): Named => ({ body: false, names });
const body = (name: string): Named => ({ body: true, names: { ...namesFromOneCell(name), initialsOnly: false } });

// The Welsh "a" stands in other names too (Maria a Beckett): it parts two only where both have more than one word.
const joined = (text: string): string[] => {
  const parts = text.split(/\s*(?:&|\+|\s(?:and|ac)\s)\s*/u).filter(Boolean);
  return parts.flatMap((part) => {
    const welsh = part.split(/\sa\s/u);
    return welsh.length === 2 && welsh.every((name) => name.trim().includes(' ')) ? welsh : [part];
  });
};

function piece(text: string): { who: Named[]; unsure: boolean } {
  const parts = joined(text);
  if (isBodyName(text)) {
    // "Gareth Bell & Bell Motors Ltd" may be one firm, or a man and his firm.
    const [first = ''] = parts;
    return { who: [body(text)], unsure: parts.length > 1 && first.includes(' ') && !isBodyName(first) };
  }
  const pair = titledPair.exec(text);
  if (pair) return { who: couple(pair), unsure: false };
  if (parts.length === 1) return { who: [person(namesFromOneCell(text))], unsure: false };
  const familyFirst = /^([^,]+), (.+)$/u.exec(text);
  const [, family = '', givens = ''] = familyFirst ?? [];
  // "Tolland, Peter & Nesta", and not "Peter, Nesta and Gwen Tolland".
  if (familyFirst && joined(family).length === 1 && !joined(givens).some((given) => given.includes(' '))) {
    return { who: joined(givens).map((given) => person(namesFromParts('', given, family))), unsure: false };
  }
  const names = parts.flatMap((part) => part.split(/\s*,\s*/u)).filter(Boolean);
  // "Marks & Spencer" may be two people or one shop: nobody is made of it.
  if (!names.some((name) => name.includes(' ')) && !names.some(initials))
    return { who: [person(namesFromOneCell(text))], unsure: true };
  const last = names.at(-1) ?? '';
  const shared = /^\S+ (.+)$/u.exec(last)?.[1];
  const sharing =
    shared !== undefined && names.some((name) => !name.includes(' ') && !initials(name) && !isBodyName(name));
  return { who: names.map((name) => named(name, sharing ? shared : undefined, last)), unsure: false };
}

/** One word before a whole name shares its family name ("Peter and Nesta Tolland"); initials are a name of their own. */
function named(name: string, shared: string | undefined, last: string): Named {
  if (isBodyName(name)) return body(name);
  if (shared && name === last) return person(namesFromParts('', name.slice(0, -shared.length).trim(), shared));
  const alone = !name.includes(' ') && !initials(name);
  return person(alone && shared ? namesFromParts('', name, shared) : namesFromOneCell(name));
}

const initials = (name: string): boolean => /^[\p{Lu}.]{1,4}$/u.test(name);

function couple([, first = '', before = '', second = '', rest = '']: RegExpExecArray): Named[] {
  const words = rest.split(' ');
  const own = before.split(' ').filter(Boolean);
  // "Mr Peter Tolland and Mrs Nesta Rees": each has a family name; otherwise the last one is for both.
  if (own.length > 1) return [titled(first, before), titled(second, rest)];
  // "van Dijk" is a family name, "Peter Tolland" a whole one.
  const whole = words.length > 1 && /^\p{Lu}/u.test(rest);
  const family = whole ? words.slice(1).join(' ') : rest;
  const given = whole ? (words[0] ?? '') : '';
  return [both(first, own[0] ?? '', family), both(second, given, family)];
}
const titled = (titleOf: string, name: string): Named => person({ ...namesFromOneCell(name), title: titleOf });
const both = (titleOf: string, given: string, family: string): Named => {
  const names = namesFromParts(titleOf, given, family);
  // Two of whom only title and family name are known are told apart by the title.
  return person(given === '' ? { ...names, asWritten: `${titleOf} ${family}` } : names);
};
