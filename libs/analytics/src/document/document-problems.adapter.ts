import { type DocumentField, documentFields, documentTypeName, isComparable } from './document-fields.adapter.js';
import { declaredFields } from './field.adapter.js';

/** What GraphQL allows as the name of a field, without what it keeps for itself. */
const FIELD_NAME = /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/;
/** Fields become values of an enum, which these cannot be. */
const NO_NAMES = new Set(['true', 'false', 'null', '_id']);

/** What keeps a document's class from being a GraphQL type with queries, a sentence each; nothing when it is one. */
export function documentProblems(document: new () => object): readonly string[] {
  const problems = typeProblems(document);
  if (problems.length > 0) return problems;
  if (documentFields(document).some(isComparable)) return [];
  return [`Its document ${document.name} has no field with a single value, by which documents can be told apart.`];
}

function typeProblems(document: new () => object): readonly string[] {
  const { name } = document;
  const type = documentTypeName(document);
  if (type === undefined)
    return [`Its document ${name} is no GraphQL type. Write @ObjectType() in front of the class.`];
  if (!FIELD_NAME.test(type)) return [`"${type}" cannot be the name of a GraphQL type: use letters and digits.`];
  const fields = fieldsOrProblem(document);
  if (typeof fields === 'string') return [fields];
  if (fields.length === 0)
    return [`Its document ${name} has no fields. Write @Field(() => …) in front of those that can be asked for.`];
  return fields.flatMap((field) => [...fieldProblems(name, field), ...nestedProblems(field)]);
}

function fieldProblems(document: string, { name, kind }: DocumentField): readonly string[] {
  if (!FIELD_NAME.test(name) || NO_NAMES.has(name))
    return [`The field "${name}" of ${document} needs another name, of letters and digits.`];
  if (kind !== 'UNUSABLE') return [];
  return [
    `The type of the field "${name}" of ${document} cannot be used. Take String, ID, Int, Float, Boolean, LocalDate, ` +
      'Instant, an enum of enumType(), or a class with @ObjectType() that stands above this one.',
  ];
}

function nestedProblems({ kind, type }: DocumentField): readonly string[] {
  const nested = type as new () => object;
  // Types of the contexts, which an analyst may use, are in order.
  return kind === 'OBJECT' && declaredFields(nested).length > 0 ? typeProblems(nested) : [];
}

function fieldsOrProblem(document: new () => object): readonly DocumentField[] | string {
  try {
    return documentFields(document);
  } catch (error) {
    return `The fields of ${document.name} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
