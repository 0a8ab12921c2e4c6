// Documents as pages send them: one case with everything on it, and the first page of the caseload.

export const wholeCase = `query ($id: ID!) { case(id: $id) {
  id reference stage declaration step stageSince revision areaId openedAt updatedAt flags sensitive indirectOnly pausedAt stoppedAt
  waiting { on rule since nextStep words }
  doors(kind: step) { event door about kind open blockers { rule about whoCanSupply since words } }
  referral { source initiator receivedAt reportedOn justiceStage courtDate offences { id kind } suitability { suitable at by { id name } reason { words } } }
  participants { id personId name role side supports age approach implicated takesPart joinedAt leftAt appropriateAdultId identityConfirmedAt
    acknowledgedAt acknowledgement { words } invited invitationReason { words } offerAnswer safeContact { checkedAt channels frozen } lastAttempt reachedAt
    preference { words } preferenceAnswer { words } capacity { doubtedAt finding assessedAt } }
  consents { participantId purpose about answer at givenAt endedAt voidedBecause lapsesAt reaskOn reconfirmedAt textVersion language form live why { words } }
  checkpoints { checkpoint about asks applies state at by { id name } until signedBy }
  concerns { id at by { name } about decision decidedAt decidedBy { name } }
  riskAssessments { id participantId at by { name } level }
  orders { id participantId forbids from until }
  approvals { participantId neededAt approvedAt }
  facilitators { who { id name } duty level askedAt declaredAt connected assignedAt releasedAt }
  preparation { processType chosenAt chosenBy { name } people { participantId contacts ready readyStatedAt } arrangements { arrangement asks at by { name } text { words } } coWorkingAgreedAt coWorking { words } }
  conference { booking { id startsAt attendees bookedAt } session { begunAt attended pause { at byRole reason checked { participantId at willing } } } held { processType begunAt endedAt how } }
  exchange { id kind from to version sha256 text { words } state agreedAt screenedAt screenedBy { name } secondCheckedAt secondCheckedBy { name } heldBecause { words } passedAt receipt receiptToldAt }
  agreement { outcome decidedAt items { id kind doer recipient dueOn text { words } evidence { words } monitor { words } proportionateAt agreedAt outcome outcomeAt reportedAt recipientToldAt } }
  followUp { participantId point dueAt doneAt outcome }
  shares { participantId organisation at }
  deadlines { name about on words }
  notices { id recipientId template notBefore queuedAt cancelledAt sentAt }
  tasks { id for assignee { name } task about since doneAt doneBy { name } }
  closing { at by { name } reason side }
  journal(first: 50) { edges { cursor node { seq at by { id name position } type hash texts { id words } } } pageInfo { hasNextPage endCursor } }
} }`;

export const caseloadPage = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: CaseFilter, $sort: CaseSort) {
  caseload(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id reference stage step declaration waiting { on rule since words } lead { id name } participants { role name }
      flags sensitive openConcerns openedAt updatedAt doors(kind: step) { event about open blockers { rule about whoCanSupply since words } } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }`;
