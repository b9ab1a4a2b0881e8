import type { PersonEvent, PersonEventNamed } from './events.js';

/** A contact person of company `cmp_1`. */
export const contactPersonRegistered: PersonEventNamed<'ContactPersonRegistered'> = {
  type: 'ContactPersonRegistered',
  occurredOn: '2026-01-05',
  data: {
    personId: 'prs_1',
    side: 'PARTNER',
    companyId: 'cmp_1',
    changedFields: ['name', 'email', 'phone'],
    legalBasis: 'Art. 6 I f GDPR',
    informationNoticeSentOn: '2026-01-05',
  },
};

/** The person has a new title and a new number. */
export const contactPersonDataUpdated: PersonEventNamed<'ContactPersonDataUpdated'> = {
  type: 'ContactPersonDataUpdated',
  occurredOn: '2026-01-19',
  data: { personId: 'prs_1', changedFields: ['title', 'phone'] },
};

/** The person is gone from the last day of January on. */
export const contactPersonLeftCompany: PersonEventNamed<'ContactPersonLeftCompany'> = {
  type: 'ContactPersonLeftCompany',
  occurredOn: '2026-01-31',
  data: { personId: 'prs_1', leftOn: '2026-01-31' },
};

/** The person asked to be forgotten; an answer is due within a month. */
export const personErasureRequested: PersonEventNamed<'PersonErasureRequested'> = {
  type: 'PersonErasureRequested',
  occurredOn: '2026-02-16',
  data: {
    personId: 'prs_1',
    fields: ['name', 'title', 'email', 'phone'],
    legalBasis: 'Art. 17 I b GDPR',
    dueOn: '2026-03-16',
  },
};

/** Everything about the person was erased. */
export const personDataErased: PersonEventNamed<'PersonDataErased'> = {
  type: 'PersonDataErased',
  occurredOn: '2026-03-02',
  data: {
    personId: 'prs_1',
    fieldsErased: ['name', 'title', 'email', 'phone'],
    fieldsRestricted: [],
    legalBasis: 'Art. 17 I b GDPR',
  },
};

/** The person had signed: mail and phone were erased, name and function are kept until the duty ends. */
export const personErasedUnderRetention: PersonEventNamed<'PersonDataErased'> = {
  type: 'PersonDataErased',
  occurredOn: '2026-03-02',
  data: {
    personId: 'prs_1',
    fieldsErased: ['email', 'phone'],
    fieldsRestricted: ['name', 'title'],
    restrictedUntil: '2032-12-31',
    legalBasis: 'Art. 17 III b GDPR, § 257 HGB',
  },
};

/** The person contests the data; until that is settled it is kept but not used. */
export const personDataRestricted: PersonEventNamed<'PersonDataRestricted'> = {
  type: 'PersonDataRestricted',
  occurredOn: '2026-02-02',
  data: { personId: 'prs_1', fieldsRestricted: ['email', 'phone'], legalBasis: 'Art. 18 I a GDPR' },
};

/** A stored example of each event: a new event does not compile without one. */
export const personEventSamples: { readonly [Type in PersonEvent['type']]: PersonEventNamed<Type> } = {
  ContactPersonRegistered: contactPersonRegistered,
  ContactPersonDataUpdated: contactPersonDataUpdated,
  ContactPersonLeftCompany: contactPersonLeftCompany,
  PersonErasureRequested: personErasureRequested,
  PersonDataErased: personDataErased,
  PersonDataRestricted: personDataRestricted,
};
