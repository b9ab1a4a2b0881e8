import { documentFields, documentTypeName, type DocumentField } from './document-fields.adapter.js';
import { declaredFields } from './field.adapter.js';

/** GraphQL keeps what begins with two underscores, and documents carry their id as `_id`. */
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** What keeps a document's class from being a GraphQL type, a sentence each; nothing when it is one. */
export function documentProblems(document: new () => object): readonly string[] {
  const { name } = document;
  if (documentTypeName(document) === undefined)
    return [`Its document ${name} is no GraphQL type. Write @ObjectType() in front of the class.`];
  const fields = fieldsOrProblem(document);
  if (typeof fields === 'string') return [fields];
  if (fields.length === 0)
    return [`Its document ${name} has no fields. Write @Field(() => …) in front of those that can be asked for.`];
  return fields.flatMap((field) => [...fieldProblems(name, field), ...nestedProblems(field)]);
}

function fieldProblems(document: string, { name, kind }: DocumentField): readonly string[] {
  if (!FIELD_NAME.test(name)) return [`The field "${name}" of ${document} needs a name of letters and digits.`];
  if (kind !== 'UNUSABLE') return [];
  return [
    `The type of the field "${name}" of ${document} cannot be used. Take String, ID, Int, Float, Boolean, LocalDate, ` +
      'Instant, an enum of enumType(), or a class with @ObjectType() that stands above this one.',
  ];
}

function nestedProblems({ kind, type }: DocumentField): readonly string[] {
  const nested = type as new () => object;
  // Types of the contexts, which an analyst may use, are in order.
  return kind === 'OBJECT' && declaredFields(nested).length > 0 ? documentProblems(nested) : [];
}

function fieldsOrProblem(document: new () => object): readonly DocumentField[] | string {
  try {
    return documentFields(document);
  } catch (error) {
    return `The fields of ${document.name} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
