/**
 * What the demo is asked in CI. `nonEmpty` picks from the answer's data what must not be empty: a list, a text or a
 * number above zero.
 */
export const demoQueries = [
  {
    name: 'the API describes its queries',
    query: '{ __schema { queryType { fields { name } } } }',
    nonEmpty: (data) => data.__schema.queryType.fields,
  },
  {
    name: 'the API describes its commands',
    query: '{ __schema { mutationType { fields { name } } } }',
    nonEmpty: (data) => data.__schema.mutationType.fields,
  },
  {
    name: 'every way of saying no is in the schema',
    query: '{ __type(name: "RejectionCode") { enumValues { name description } } }',
    nonEmpty: (data) => data.__type.enumValues,
  },
  {
    name: 'partnerships are listed with their companies',
    query: '{ partnerships(first: 50) { totalCount edges { node { id companyName category state } } } }',
    nonEmpty: (data) => data.partnerships.edges.filter(({ node }) => node.companyName !== null),
  },
  {
    name: 'some are active, with a responsible contact on both sides',
    query:
      '{ partnerships(first: 50, filter: { states: [ACTIVE] }) { edges { node { contactOwn { personId } contactPartner { personId } } } } }',
    nonEmpty: (data) =>
      data.partnerships.edges.filter(({ node }) => node.contactOwn !== null && node.contactPartner !== null),
  },
  {
    name: 'one has ended by mutual agreement',
    query: '{ partnerships(first: 50, filter: { states: [TERMINATED] }) { edges { node { id endsOn } } } }',
    nonEmpty: (data) => data.partnerships.edges,
  },
  {
    name: 'the onboarding board says what is missing, and on which side',
    query: '{ onboardingBoard(first: 50) { edges { node { companyName missing { code side message } } } } }',
    nonEmpty: (data) => data.onboardingBoard.edges.flatMap(({ node }) => node.missing),
  },
  {
    name: 'reviews were held',
    query: '{ reviewCalendar(first: 50) { edges { node { kind heldOn } } } }',
    nonEmpty: (data) => data.reviewCalendar.edges.filter(({ node }) => node.heldOn !== null),
  },
  {
    name: 'the three reference programmes are published',
    query: '{ partnerProgrammes { edges { node { name versions { version } } } } }',
    nonEmpty: (data) => data.partnerProgrammes.edges.filter(({ node }) => node.versions.length > 0).slice(2),
  },
  {
    name: 'a proposal to end a partnership waits for its answer',
    query: '{ terminationBoard(first: 50) { edges { node { companyName } } } }',
    nonEmpty: (data) => data.terminationBoard.edges,
  },
];
