// Single-line edits that each break one rule of issue 8, sections 1 and 2: which rule, where, what stands there, and what stands there instead.
export const breakages = [
  // 1. processes side by side (R81)
  {
    rule: 'R81: an event of one process reaches no other',
    file: 'process/scope.ts',
    text: '    ? all.filter((id) => id === scope.processId)',
    instead: '    ? all',
  },
  {
    rule: 'R81: a freeze about one person reaches only what they are in',
    file: 'process/scope.ts',
    text: '    : s.participantId === null || involved(processOf(facts, processId)).includes(s.participantId);',
    instead: '    : true;',
  },
  {
    rule: 'R81: an order reaches only where both are',
    file: 'process/scope.ts',
    text: '  if (o.towards !== null) return among.includes(o.towards);',
    instead: '  if (o.towards !== null) return true;',
  },
  {
    rule: 'R81: a kind chosen in one process voids nothing of another',
    file: 'consent/facts.ts',
    text: "(k) => k.purpose === 'takePart' && k.processId === e.processId && k.about !== e.processType,",
    instead: "(k) => k.purpose === 'takePart' && k.about !== e.processType,",
  },
  // consent, preparation, sign-offs belong to a process (R82)
  {
    rule: 'R47, R48: another kind is arranged afresh, and readiness asked again',
    file: 'process/facts.ts',
    text: '          preparation: { ...p.preparation, arrangements: {}, ready: {} },',
    instead: '          preparation: p.preparation,',
  },
  {
    rule: 'R82, R87: another kind is signed off afresh',
    file: 'safeguarding/reach.ts',
    text: '  type: ({ process }) => process?.type?.at ?? null,',
    instead: '  type: () => null,',
  },
  {
    rule: 'R87: what was signed of a person does not lapse with the kind',
    file: 'vocabulary/safeguarding.ts',
    text: "    reach: 'capacityAssessed',\n    lapsesWith: ['capacity'],",
    instead: "    reach: 'capacityAssessed',\n    lapsesWith: ['type', 'capacity'],",
  },
  {
    rule: 'R82: a further process begins with nothing prepared but the people who were',
    file: 'process/changes.ts',
    text: '      preparation: { ...fresh.preparation, held: take(old.preparation.held) },',
    instead: '      preparation: old.preparation,',
  },
  {
    rule: 'R82: a split carries the yes to be prepared, and no other',
    file: 'consent/facts.ts',
    text: "const theirs = purpose === 'prepare' && processId === e.processId && goes.has(participantId);",
    instead: 'const theirs = processId === e.processId && goes.has(participantId);',
  },
  {
    rule: 'R82: a yes is to one process',
    file: 'consent/checks.ts',
    text: "  if (consentPurposes[purpose].of === 'case') return processId === undefined;",
    instead: '  if (processId === undefined) return true;',
  },
  // who is essential (R83)
  {
    rule: 'R83: nobody is essential but who fills a place',
    file: 'process/seats.ts',
    text: '  seatsOf(p).filter((seat) => !among.some((id) => fills(p, id, seat)));',
    instead: '  seatsOf(p).filter((seat) => !among.some((id) => fills(p, id, seat)) && seat.length > 1);',
  },
  {
    rule: 'R83: whoever stays is asked again after a change',
    file: 'consent/rules.ts',
    text: '    (changedAt === null || !isAfter(changedAt, said));',
    instead: '    true;',
  },
  {
    rule: 'R83: a supporter made a condition is not left out',
    file: 'process/seats.ts',
    text: '      .filter(([, m]) => m.of === id && m.required)',
    instead: '      .filter(([, m]) => m.of === id && m.required && m.part === null)',
  },
  {
    rule: 'R83: an essential person swapped leaves no meeting',
    file: 'process/follow.ts',
    text: '  if (emptySeats(p, rest).length > 0 || isOff(facts, processId, e, startsAt, kept))',
    instead: '  if (isOff(facts, processId, e, startsAt, kept))',
  },
  {
    rule: 'R83: who steps out leaves the others to go on',
    file: 'conference/facts.ts',
    text: 'present: session.present.filter((id) => id !== e.participantId) })),',
    instead: 'present: session.present })),',
  },
  {
    rule: 'R51, R83: those on the sides accept who attends',
    file: 'process/readiness.ts',
    text: '    .filter((who) => accepted || (side !== null && isNewTo(q, who, m.joinedAt)))',
    instead: '    .filter((who) => side !== null && isNewTo(q, who, m.joinedAt))',
  },
  {
    rule: 'R83: a place that somebody is still to fill sends no preparation back',
    file: 'process/seats.ts',
    text: '  return sidesOf(p).every((side) => may.some((id) => fills(p, id, side)));',
    instead: '  return emptySeats(p, may).length === 0;',
  },
  {
    rule: 'R83: an empty place stands before the conference',
    file: 'process/readiness.ts',
    text: "  (atLeast(step, 'conference') ? seatsOf : sidesOf)(q.process).flatMap((seat) => {",
    instead: '  sidesOf(q.process).flatMap((seat) => {',
  },
  // communications (R49, R50, R90)
  {
    rule: 'R90: what was passed stays passed',
    file: 'communication/facts.ts',
    text: '  about(s, id, (c) => (c.passedAt ? c : how(c)));',
    instead: '  about(s, id, how);',
  },
  {
    rule: 'R90: after a hold the sender is asked again',
    file: 'communication/facts.ts',
    text: '      held: { at: e.at, reason: e.reason, bySender: false },',
    instead: '      held: null,',
  },
  {
    rule: 'R90: the sender takes back their own',
    file: 'communication/facts.ts',
    text: '            held: c.held?.bySender === false ? c.held : { at: happenedAt(e), reason: null, bySender: true },',
    instead: '            held: null,',
  },
  {
    rule: 'R90: delivery outlives a withdrawal',
    file: 'process.machine.ts',
    text: "      always: [over, follows('deliveredAndOver', 'followUp'), unsuitable],",
    instead: '      always: [over, unsuitable],',
  },
  {
    rule: 'R50: a kind of communication belongs to its kind of process',
    file: 'communication/rules.ts',
    text: '      type !== undefined && !(communicationKinds[c.kind].of as readonly ProcessType[]).includes(type),',
    instead: '      false,',
  },
  {
    rule: 'R50: the receiver has said yes',
    file: 'communication/rules.ts',
    text: "    ...whyNotLive(consentKey(c.to, 'receive', processId, c.kind), facts, at, settings),",
    instead: '',
  },
  {
    rule: 'R50: two pairs of eyes',
    file: 'communication/checks.ts',
    text: "      ...when(screened?.by === e.by, 'author', e.communicationId, 'supervisor'),",
    instead: '',
  },
  {
    rule: 'R47: safeguards of a recording are settled before it passes',
    file: 'communication/rules.ts',
    text: '    ...unsettled(q),',
    instead: '',
  },
  // releases (R91)
  {
    rule: 'R91: a release is to the one person named',
    file: 'people/releases.ts',
    text: '    ...whyNotLive(consentKey(whose, purpose, null, to), facts, at, settings),',
    instead: '',
  },
  {
    rule: 'R91: only to somebody told of the case',
    file: 'people/releases.ts',
    text: '      mayBeContacted(facts, to) && !isInformed(facts, to),',
    instead: '      false,',
  },
  {
    rule: 'R91: only to somebody confirmed',
    file: 'people/releases.ts',
    text: "    ...when(isResponsible(facts, to) && !facts.people.identityConfirmed[to], 'identity', to, 'coordinator'),",
    instead: '',
  },
  // leaving and returning (R92)
  {
    rule: 'R92: who left unsafe is not contacted',
    file: 'people/departed.ts',
    text: "  return approach !== undefined && approach !== 'objected' && (reasonOf(facts, id)?.contact ?? true);",
    instead: "  return approach !== undefined && approach !== 'objected';",
  },
  {
    rule: 'R92: whoever declined is not asked again',
    file: 'people/checks.ts',
    text: '!leavingReasons[p.leftBecause].askAgain,',
    instead: 'false,',
  },
  {
    rule: 'R92: whoever comes back is asked anew',
    file: 'consent/facts.ts',
    text: "  'member.joined': (s, e) => askAnew(s, e.processId, e.participantId, e.at),",
    instead: "  'member.joined': (s) => s,",
  },
  {
    rule: 'R92: whoever left can be found later to have been named by mistake',
    file: 'people/checks.ts',
    text: "    return when(before !== null && !found, 'unsound', 'participantId', 'facilitator');",
    instead: "    return when(before !== null, 'unsound', 'participantId', 'facilitator');",
  },
  // freezes (R84)
  {
    rule: 'R84: word that a meeting is off is not frozen',
    file: 'notifications/rules.ts',
    text: '  notices[template].freezes ? freezesOfPeople(facts, [to], processId) : [];',
    instead: '  freezesOfPeople(facts, [to], processId);',
  },
  {
    rule: 'R84: asking how somebody is is not frozen',
    file: 'rules.ts',
    text: '    ...(doors[door].freezes ? safeguarding.freezesOfPeople(facts, peopleOf(q), processId) : []),',
    instead: '    ...safeguarding.freezesOfPeople(facts, peopleOf(q), processId),',
  },
  {
    rule: 'R84: progress is frozen',
    file: 'safeguarding/rules.ts',
    text: '    ...(doors[door].freezes ? freezesOfProcess(q) : []),',
    instead: '',
  },
  {
    rule: 'R84: "no direct process" holds at each direct door',
    file: 'safeguarding/rules.ts',
    text: "const direct: readonly Door[] = ['conference', 'book', 'begin', 'resume'];",
    instead: "const direct: readonly Door[] = ['conference'];",
  },
  // queued messages (R85)
  {
    rule: 'R85: a new booking cancels word that the old one is off',
    file: 'notifications/queue.ts',
    text: '      return !comes;',
    instead: '      return true;',
  },
  {
    rule: 'R85: news of a booking falls with it',
    file: 'notifications/queue.ts',
    text: '        queuedAt >= booking.bookedAt &&',
    instead: '        true &&',
  },
  {
    rule: 'R85: whoever is called off is told',
    file: 'notifications/queue.ts',
    text: "    ...tell(out, 'meetingOff', was.booking.startsAt),",
    instead: '',
  },
  {
    rule: 'R85: except who did it themselves',
    file: 'notifications/queue.ts',
    text: '    ids.filter((id) => id !== cause).map((to) => ({ to, template, processId, startsAt }));',
    instead: '    ids.filter((id) => id === id || cause).map((to) => ({ to, template, processId, startsAt }));',
  },
  {
    rule: 'R85: somebody who left for another reason than their own word is told',
    file: 'notifications/queue.ts',
    text: '    return leavingReasons[event.reason].ownWord ? event.participantId : null;',
    instead: '    return event.participantId;',
  },
  // acknowledgement, identity, suitability (R86)
  {
    rule: 'R86: acknowledgement holds at every gate',
    file: 'process/readiness.ts',
    text: "    ...when(!facts.referral.acknowledged[id], 'acknowledgement', id, 'facilitator'),",
    instead:
      "    ...when(step === 'suitability' && !facts.referral.acknowledged[id], 'acknowledgement', id, 'facilitator'),",
  },
  {
    rule: 'R86: identity holds at every gate',
    file: 'process/readiness.ts',
    text: "    ...when(atLeast(step, 'preparation') && !facts.people.identityConfirmed[id], 'identity', id, 'coordinator'),",
    instead: '',
  },
  {
    rule: 'R86: unsuitable at any stage shuts',
    file: 'consequences.ts',
    text: '  unsuitable: (f, id) => processOf(f, id).suitability.decided?.suitable === false,',
    instead: '  unsuitable: () => false,',
  },
  {
    rule: 'R86: unsuitable calls off',
    file: 'process/follow.ts',
    text: '    p.suitability.decided?.suitable === false ||',
    instead: '',
  },
  // nothing before its time (R87, R88)
  {
    rule: 'R87: a sign-off is made when its matter is in reach',
    file: 'safeguarding/checks.ts',
    text: '    ...beforeItsTime(e as Signing, f, s),',
    instead: '',
  },
  {
    rule: 'R87: a sign-off lapses with the members',
    file: 'safeguarding/reach.ts',
    text: '  members: ({ process }) => process?.members.changedAt ?? null,',
    instead: '  members: () => null,',
  },
  {
    rule: 'R87: the last days are the last days',
    file: 'safeguarding/reach.ts',
    text: '    return startsAt !== undefined && !isAfter(startsAt, until);',
    instead: '    return startsAt !== undefined && until !== startsAt;',
  },
  {
    rule: 'R87: follow-up counts from its day',
    file: 'follow-up/checks.ts',
    text: "      ...when(early && e.early === undefined, 'notDue', e.point, 'clock', due?.on),",
    instead: '',
  },
  {
    rule: 'R87: delivered needs something delivered',
    file: 'process/checks.ts',
    text: "    return when(e.reason === 'delivered' && !(p && delivered(p)), 'outstanding', e.processId, 'facilitator');",
    instead: '    return when(p === undefined, "outstanding", e.processId, "facilitator");',
  },
  {
    rule: 'R87: nothing is agreed before people met',
    file: 'agreement/checks.ts',
    text: "  return when(!p || (p.conference.session === null && !tookPlace(p)), 'notReached', processId, 'facilitator');",
    instead: "  return when(!p || (p.openedAt === '' && !tookPlace(p)), 'notReached', processId, 'facilitator');",
  },
  {
    rule: 'R88: only of somebody who was approached',
    file: 'people/spoken-with.ts',
    text: '          !isSpokenWith(facts, e.participantId),',
    instead: '          false && !isSpokenWith(facts, e.participantId),',
  },
  {
    rule: 'R88: only of somebody whom it was allowed to approach',
    file: 'people/spoken-with.ts',
    text: '        ...mayApproach(e.participantId, facts),',
    instead: '',
  },
  {
    rule: 'R88: explained by staff on the case',
    file: 'consent/checks.ts',
    text: "    ...when(Boolean(by) && !known, 'unsound', 'explained.by', 'facilitator'),",
    instead: '    ...when(known === null, "unsound", "explained.by", "facilitator"),',
  },
  // orders (R89)
  {
    rule: 'R89: an order is read at the day of the meeting',
    file: 'safeguarding/rules.ts',
    text: '        !isAfter(o.from, meetsAt) &&',
    instead: '',
  },
  {
    rule: 'R89: an order that ended forbids nothing',
    file: 'safeguarding/rules.ts',
    text: '        (o.until === null || isAfter(o.until, meetsAt)) &&',
    instead: '',
  },
  { rule: 'R89: an order calls off what it forbids', file: 'process/follow.ts', text: '    forbidden ||', instead: '' },
  // recording late (R95)
  {
    rule: 'R95: nothing happened in the future',
    file: 'late/checks.ts',
    text: '  const impossible = isAfter(e.on, e.at) || isAfter(facts.openedAt, e.on);',
    instead: '  const impossible = isAfter(facts.openedAt, e.on);',
  },
  {
    rule: 'R95: what was shut is a deviation',
    file: 'late/judge.ts',
    text: '    if (blockers.length === 0) return null;',
    instead: '    if (blockers.length < 99) return null;',
  },
  {
    rule: 'R95: a late word is judged at each delivery since',
    file: 'late/judge.ts',
    text: '  const asKnown = since.length > 0 ? judged(since, [...journal, e], settings) : [];',
    instead: '  const asKnown = judged(since.slice(0, 1), [...journal, e], settings);',
  },
  {
    rule: 'R95: a deviation waits for its review',
    file: 'safeguarding/rules.ts',
    text: '        .filter(([, d]) => d.reviewed === null && (processId === null || isOf(d, facts, processId)))',
    instead: '        .filter(([, d]) => d.reviewed === null && processId === "")',
  },
  {
    rule: 'R95: who wrote it up does not review it',
    file: 'late/checks.ts',
    text: "      ...when(d?.recordedBy === e.by, 'author', e.deviationId, 'safeguardingLead'),",
    instead: '',
  },
  {
    rule: 'R95: a later word stays the last one',
    file: 'consent/facts.ts',
    text: '  if (before && before.at > happenedAt(e)) return s;',
    instead: '',
  },
  {
    rule: 'R95: a client says no deviation',
    file: 'decide.ts',
    text: '  const { deviations: _never, ...own } = said;',
    instead: '  const own = said;',
  },
];
