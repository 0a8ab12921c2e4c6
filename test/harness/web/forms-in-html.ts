// The forms of a page as a browser without scripts would send them: what stands in each field before anybody touches it.

/** A form of a page. */
export interface FormInHtml {
  readonly action: string;
  /** What it would send as it stands, in the order of the page. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Every name that can be answered, whether or not anything stands there. */
  readonly names: ReadonlySet<string>;
  /** The values that a name can take, where the page offers a choice. */
  readonly offered: ReadonlyMap<string, readonly string[]>;
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly text: string }[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string) =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => entities[name] ?? '');
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
};
const has = (tag: string, name: string): boolean => new RegExp(`\\s${name}(?=[\\s>=/])`).test(tag);

/** Every form that is sent by POST. */
export function formsIn(html: string): FormInHtml[] {
  return [...html.matchAll(/<form\b[^>]*method="post"[^>]*>[^]*?<\/form>/g)].map(([form]) => read(form));
}

function read(form: string): FormInHtml {
  const fields: (readonly [string, string])[] = [];
  const names = new Set<string>();
  const offered = new Map<string, string[]>();
  const offers = (name: string, value: string) => void offered.set(name, [...(offered.get(name) ?? []), value]);
  const buttons: FormInHtml['buttons'][number][] = [];
  const parts =
    /<input\b[^>]*>|<textarea\b[^>]*>[^]*?<\/textarea>|<select\b[^>]*>[^]*?<\/select>|<button\b[^>]*>[^]*?<\/button>/g;
  for (const [part] of form.matchAll(parts)) {
    const tag = /^<[^>]*>/.exec(part)?.[0] ?? '';
    const name = attribute(tag, 'name') ?? '';
    const value = attribute(tag, 'value') ?? '';
    if (tag.startsWith('<button')) {
      buttons.push({ name, value, text: part.replaceAll(/<[^>]*>/g, '').trim() });
      continue;
    }
    if (name === '' || has(tag, 'disabled')) continue;
    names.add(name);
    if (tag.startsWith('<textarea')) fields.push([name, decoded(part.replaceAll(/<\/?textarea[^>]*>/g, ''))]);
    else if (tag.startsWith('<select')) {
      const options = [...part.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      for (const option of options) offers(name, attribute(option, 'value') ?? '');
      fields.push([
        name,
        attribute(options.find((option) => has(option, 'selected')) ?? options[0] ?? '', 'value') ?? '',
      ]);
    } else if (/type="(radio|checkbox)"/.test(tag)) {
      offers(name, value);
      if (has(tag, 'checked')) fields.push([name, value]);
    } else fields.push([name, value]);
  }
  return { action: attribute(/^<form[^>]*>/.exec(form)?.[0] ?? '', 'action') ?? '', fields, names, offered, buttons };
}

/** What is typed and chosen: by the name of the field, one answer or several. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/**
 * The form as it is sent with these answers.
 * @throws Error when the form does not ask for one of them, or does not offer the answer.
 */
export function filledIn(form: FormInHtml, answers: Answers, press?: string): [string, string][] {
  for (const [name, answer] of Object.entries(answers)) {
    if (!form.names.has(name))
      throw new Error(`${form.action} does not ask for ${name}: ${[...form.names].join(', ')}`);
    const choices = form.offered.get(name);
    for (const one of [answer].flat())
      if (choices && !choices.includes(one))
        throw new Error(`${form.action} does not offer ${one} for ${name}: ${choices.join(', ')}`);
  }
  const untouched = form.fields.filter(([name]) => !(name in answers));
  // Several of a choice go out in the order in which the page has them.
  const given = Object.entries(answers).flatMap(([name, answer]) => {
    const order = form.offered.get(name) ?? [];
    const chosen = [answer].flat().toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
    return chosen.map((one): [string, string] => [name, one]);
  });
  const pressed = form.buttons.filter(({ name, value }) => press !== undefined && name !== '' && value === press);
  if (press !== undefined && pressed.length === 0) throw new Error(`${form.action} has no button ${press}`);
  return [
    ...untouched.map(([name, value]): [string, string] => [name, value]),
    ...given,
    ...pressed.map(({ name, value }): [string, string] => [name, value]),
  ];
}
