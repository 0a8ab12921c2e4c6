// A person in a case, on the ground of their side: contact rules first, then what they answered, risk, preparation, follow-up.
import { Controller, Get, Param, Res } from '@nestjs/common';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { caseAddress, formAddress, personAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { isYours } from '../blockers.js';
import { contactRules } from '../contact-rules.js';
import { doneNotice } from '../done.js';
import { formFor } from '../forms-of-commands.js';
import { sideOf } from '../sides.js';
import { actsAbout } from '../acts-of-staff.js';
import { StaffPerson } from './page.generated.js';
import { answersOf, deedsTo, factsAbout, followUpOf, otherSteps, preparationOf, riskOf } from './person.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('cases/:caseId/people/:participantId')
export class PersonPage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('caseId') id: string, @Param('participantId') participantId: string) {
    const { me, case: found } = await page.askWithin(staffArea, StaffPerson, { id });
    const person = found?.participants?.find((one) => one.id === participantId);
    if (!found || !person) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const { say, name } = speaker;
    const side = sideOf(found.processes ?? [], person);
    const door = found.doors?.find(({ event, about }) => event === 'contact.attempted' && about === person.id) ?? null;
    const safe = formFor('recordSafeContact');
    const change =
      safe && isYours(found.doors ?? [], 'recordSafeContact')
        ? { text: say('change'), href: formAddress(id, safe.address, { about: person.id }) }
        : null;
    return page.show(view, {
      done: doneNotice(page, speaker),
      side,
      who: person.name ?? name('roles', person.role),
      role: name('roles', person.role),
      sideTag: side ? { word: say('case.sideApart', { side: name('sides', side) }), shape: 'lock' } : null,
      reference: found.reference,
      caseAt: caseAddress(id),
      rules: contactRules(person, side, door, deedsTo(person, found, speaker), change, speaker),
      facts: factsAbout(person, found, speaker),
      answers: answersOf(person, found, speaker),
      risk: riskOf(person, found, speaker),
      preparation: preparationOf(person, found, speaker),
      followUp: followUpOf(person, found, speaker),
      inviteAt: `${personAddress(id, person.id)}/invite`,
      steps: otherSteps(person, found, speaker),
      acts: actsAbout(me.roles, id, person.personId, (view, key) => page.say(view, key)),
      concernAt: formAddress(id, 'raise-concern'),
    });
  }
}
