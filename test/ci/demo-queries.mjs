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
];
