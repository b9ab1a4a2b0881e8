export { forbidden, requireOwnSide } from './access.js';
export { CommandInput } from './commands/command-input.js';
export type { FieldRules } from './commands/input-fields.js';
export {
  BooleanField,
  DateField,
  EnumField,
  EnumListField,
  FreeTextField,
  FreeTextListField,
  IdField,
  IdListField,
  InstantField,
  IntField,
  LineField,
  LineListField,
  NumberField,
  ObjectField,
  ObjectListField,
  PersonalLineField,
  ReferenceField,
  TextField,
} from './commands/input-fields.js';
export type { CommandMutation, DeclaredCommand } from './commands/command-mutation.js';
export { commandMutation, commandOf } from './commands/command-mutation.js';
export { CommandRejected, CommandWarning, RejectionDetailType } from './commands/command-rejected.js';
export type { CommandResult, Presenter } from './commands/command-result.js';
export { commandResult } from './commands/command-result.js';
export { declareRejections, RejectionCode } from './commands/rejection-codes.js';
export { IsId, IsLine, IsLocalDate } from './commands/validation-rules.js';
export { compiledOperationsPlugin } from './compiled-operations.plugin.js';
export type { ReadModelProgress } from './consistency/read-your-writes.plugin.js';
export { POSITION_HEADER, readYourWritesPlugin } from './consistency/read-your-writes.plugin.js';
export { enumNames, enumType } from './enum-type.js';
export type { FaultLog } from './faults.js';
export type { FormatError } from './faults.js';
export { formatFault, unauthenticated, unverifiable } from './faults.js';
export type { AskedOperation, LimitCheck, QueryLimits } from './limits/query-limits.plugin.js';
export { defaultQueryLimits, limitCheck, queryLimitsPlugin } from './limits/query-limits.plugin.js';
export type { ConnectionType, ListQuery, Page } from './lists/connection.js';
export { connectionType, PageInfo, pageOf } from './lists/connection.js';
export { documentKeyOf, withDocumentKey } from './lists/document-key.js';
export type { DocumentList } from './lists/document-list.js';
export { documentList, DocumentsHandler, DocumentsQuery } from './lists/document-list.js';
export { askedDocuments, KnownAt } from './lists/known-at.js';
export { badArgument, DEFAULT_PAGE, MAX_PAGE, PageArgs, pageSize } from './lists/page-args.js';
export { withParkedSince } from './lists/parked-since.js';
export type { ServedDocuments } from './lists/served-documents.js';
export { servedDocuments } from './lists/served-documents.js';
export type { SortInput } from './lists/sort-input.js';
export { sortInput } from './lists/sort-input.js';
export type { RequestContext } from './request-context.js';
export { Instant, LocalDate, Uuid } from './scalars.js';
export { withoutNulls } from './without-nulls.js';
