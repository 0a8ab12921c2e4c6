// One case of a story as its staff work on it with pages: each at a desk of their own, through the links that the pages show.
import type { Id } from '#libs/case';
import type { Answers } from '../harness/web/forms-in-html.js';
import type { Desk, ServiceWithPages } from '../harness/web/service-with-pages.js';
import type { Colleague } from './colleagues.js';

export class CaseAtDesks {
  private readonly desks = new Map<Colleague, Desk>();

  constructor(
    private readonly pages: ServiceWithPages,
    readonly id: Id,
  ) {}

  desk(who: Colleague): Desk {
    const desk = this.desks.get(who) ?? this.pages.desk(who);
    this.desks.set(who, desk);
    return desk;
  }

  /** Forms that did something, whoever sent them. */
  get forms(): number {
    return [...this.desks.values()].reduce((all, { done }) => all + done, 0);
  }

  /** From the case, or from the page of the person it is about, by its link to a form (its address, or with whom it is about), which is filled in and sent. */
  async does(who: Colleague, form: string, answers: Answers = {}, about?: Id): Promise<void> {
    this.pages.service.clock.moves({ minutes: 1 });
    const desk = await this.goesTo(who, form, about);
    await desk.does(answers);
  }

  /** The same, up to the form. */
  async goesTo(who: Colleague, form: string, about?: Id): Promise<Desk> {
    const desk = this.desk(who);
    await desk.open(`/cases/${this.id}`);
    if (about !== undefined) await desk.follow(new RegExp(`^/cases/${this.id}/people/${about}$`));
    const named = form.includes('/') || about === undefined ? form : `${form}/${about}`;
    const leadsTo = (part: string) => new RegExp(`/do/${part}(?![\\w-])`);
    // What a form is about may be chosen on a page of its own.
    if (!desk.links.some((href) => leadsTo(named).test(href))) await desk.follow(leadsTo(form.split('/')[0] ?? form));
    await desk.follow(leadsTo(named));
    return desk;
  }
}

/** A day, and where it is asked for a time, as they are typed. */
export const dayIn = (name: string, day: string, time?: string): Answers => ({
  [`${name}-day`]: String(Number(day.slice(8, 10))),
  [`${name}-month`]: String(Number(day.slice(5, 7))),
  [`${name}-year`]: day.slice(0, 4),
  ...(time !== undefined && { [`${name}-time`]: time }),
});
