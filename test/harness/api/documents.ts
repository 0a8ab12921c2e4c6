// Documents as pages send them: one case with everything on it, and the first page of the caseload.

const signOffs = `signOffs { checkpoint about asks applies state at by { id name } until signedBy }`;

const process = `id type typeChosenAt typeChosenBy { name } stage step stageSince openedAt carries { processId itemId }
  members { participantId part side of required takesPart joinedAt leftAt }
  suitability { suitable at by { id name } reason { words } }
  preparation { people { participantId contacts ready readyStatedAt } coWorkingAgreedAt coWorking { words } }
  arrangements { arrangement asks at by { name } text { words } }
  ${signOffs}
  approvals { participantId neededAt approvedAt authority place { id words } until }
  conference { booking { id startsAt attendees bookedAt changedAt } session { begunAt attended present pause { at byRole reason checked { participantId at willing } } }
    held { begunAt endedAt how attended } calledOff { bookingId startsAt attendees at } } exchangeEndedAt
  communications { id kind from to version sha256 text { words } draftedAt state agreedAt screenedAt screenedBy { name } secondCheckedAt secondCheckedBy { name }
    heldAt heldBySender heldBecause { words } passedAt how receipt receiptToldAt }
  agreement { outcome decidedAt items { id kind doer recipient dueOn text { words } evidence { words } monitor { words } proportionateAt agreedAt outcome outcomeAt reportedAt recipientToldAt } }
  followUp { participantId point dueAt doneAt outcome }
  ended { at by { name } reason side }`;

export const wholeCase = `query ($id: ID!) { case(id: $id) {
  id reference stage declaration revision areaId openedAt updatedAt flags sensitive
  waiting { on rule since nextStep words }
  doors(kind: step, whose: anybody) { event door processId about kind open blockers { rule about whoCanSupply since words } }
  referral { source initiator receivedAt reportedOn justiceStage courtDate offences { id kind } }
  participants { id personId name role supports age approach implicated joinedAt leftAt leftBecause appropriateAdultId identityConfirmedAt
    acknowledgedAt acknowledgement { words } invited invitationReason { words } offerAnswer safeContact { checkedAt channels frozen } lastAttempt reachedAt
    conflicts { with kind at } views { of view at } preference { words } preferenceAnswer { words } capacity { decision doubtedAt finding assessedAt support againOn bestInterests { at consulted reason until } } }
  consents { participantId purpose processId about answer at givenAt endedAt voidedBecause lapsesAt reaskOn reconfirmedAt textVersion language form live why { words } }
  ${signOffs}
  concerns { id at by { name } about processId decision decidedAt decidedBy { name } }
  riskAssessments { id participantId at by { name } level }
  riskHistory { id participantId at by { name } level factors tool { id words } } emergency { id until }
  freezes { id kind at about processId bySafeguarding }
  deviations { id door on processId about blockers { rule about words } recordedAt recordedBy { name } reviewedAt reviewedBy { name } finding { words } }
  orders { id participantId towards forbids from until }
  custody { participantId kind authority place { id words } recordedAt until }
  facilitators { who { id name } duty level askedAt declaredAt connected assignedAt releasedAt }
  processes { ${process} }
  shares { participantId organisation at }
  deadlines { name processId about on words }
  notices { id recipientId processId template notBefore queuedAt cancelledAt sentAt }
  tasks { id reference flags for assignee { name } task processId about since doneAt doneBy { name } }
  closing { at by { name } reason side }
  journal(first: 50) { edges { cursor node { seq at by { id name position } type hash texts { id words } } } pageInfo { hasNextPage endCursor } }
} }`;

export const caseloadPage = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: CaseFilter, $sort: CaseSort) {
  caseload(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id reference stage step declaration waiting { on rule since words } lead { id name } participants { role name }
      flags sensitive openConcerns openedAt updatedAt doors(kind: step, whose: anybody) { event processId about open blockers { rule about whoCanSupply since words } } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }`;
