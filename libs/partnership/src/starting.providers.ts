import { ProposePartnershipHandler } from './commands/lifecycle/propose-partnership/propose-partnership.handler.js';
import { ProposePartnershipResolver } from './commands/lifecycle/propose-partnership/propose-partnership.resolver.js';
import { ImportPartnershipHandler } from './commands/lifecycle/import-partnership/import-partnership.handler.js';
import { ImportPartnershipResolver } from './commands/lifecycle/import-partnership/import-partnership.resolver.js';
import { BeginOnboardingHandler } from './commands/lifecycle/begin-onboarding/begin-onboarding.handler.js';
import { BeginOnboardingResolver } from './commands/lifecycle/begin-onboarding/begin-onboarding.resolver.js';
import { CompleteOnboardingHandler } from './commands/lifecycle/complete-onboarding/complete-onboarding.handler.js';
import { CompleteOnboardingResolver } from './commands/lifecycle/complete-onboarding/complete-onboarding.resolver.js';
import { AbandonPartnershipHandler } from './commands/lifecycle/abandon-partnership/abandon-partnership.handler.js';
import { AbandonPartnershipResolver } from './commands/lifecycle/abandon-partnership/abandon-partnership.resolver.js';
import { AssignPartnerManagerHandler } from './commands/people/assign-partner-manager/assign-partner-manager.handler.js';
import { AssignPartnerManagerResolver } from './commands/people/assign-partner-manager/assign-partner-manager.resolver.js';
import { ReassignPartnerManagerHandler } from './commands/people/reassign-partner-manager/reassign-partner-manager.handler.js';
import { ReassignPartnerManagerResolver } from './commands/people/reassign-partner-manager/reassign-partner-manager.resolver.js';
import { AssignContactHandler } from './commands/people/assign-contact/assign-contact.handler.js';
import { AssignContactResolver } from './commands/people/assign-contact/assign-contact.resolver.js';
import { RelieveContactHandler } from './commands/people/relieve-contact/relieve-contact.handler.js';
import { RelieveContactResolver } from './commands/people/relieve-contact/relieve-contact.resolver.js';
import { RecordAgreementHandler } from './commands/agreement/record-agreement/record-agreement.handler.js';
import { RecordAgreementResolver } from './commands/agreement/record-agreement/record-agreement.resolver.js';
import { AmendAgreementHandler } from './commands/agreement/amend-agreement/amend-agreement.handler.js';
import { AmendAgreementResolver } from './commands/agreement/amend-agreement/amend-agreement.resolver.js';
import { RecordAgreementRenewalHandler } from './commands/agreement/record-agreement-renewal/record-agreement-renewal.handler.js';
import { RecordAgreementRenewalResolver } from './commands/agreement/record-agreement-renewal/record-agreement-renewal.resolver.js';
import { AdoptRelationshipPlanHandler } from './commands/agreement/adopt-relationship-plan/adopt-relationship-plan.handler.js';
import { AdoptRelationshipPlanResolver } from './commands/agreement/adopt-relationship-plan/adopt-relationship-plan.resolver.js';
import { RecordRequirementEvidenceHandler } from './commands/requirements/record-requirement-evidence/record-requirement-evidence.handler.js';
import { RecordRequirementEvidenceResolver } from './commands/requirements/record-requirement-evidence/record-requirement-evidence.resolver.js';
import { RevokeRequirementEvidenceHandler } from './commands/requirements/revoke-requirement-evidence/revoke-requirement-evidence.handler.js';
import { RevokeRequirementEvidenceResolver } from './commands/requirements/revoke-requirement-evidence/revoke-requirement-evidence.resolver.js';
import { WaiveRequirementHandler } from './commands/requirements/waive-requirement/waive-requirement.handler.js';
import { WaiveRequirementResolver } from './commands/requirements/waive-requirement/waive-requirement.resolver.js';
import { StageImportHandler } from './commands/import/stage-import/stage-import.handler.js';
import { StageImportResolver } from './commands/import/stage-import/stage-import.resolver.js';
import { RejectImportRowHandler } from './commands/import/reject-import-row/reject-import-row.handler.js';
import { RejectImportRowResolver } from './commands/import/reject-import-row/reject-import-row.resolver.js';
import { CommitImportHandler } from './commands/import/commit-import/commit-import.handler.js';
import { CommitImportResolver } from './commands/import/commit-import/commit-import.resolver.js';
import { ImportBatchAcceptedResolver } from './import-batch-mutation.resolver.js';
import { PartnershipOpening } from './partnership-opening.adapter.js';
import { ContactDirectoryHandler, ContactPresenter } from './read-models/contact-directory/contact-directory.query.js';
import {
  ContactAssignmentTotalCountResolver,
  ContactDirectoryResolver,
} from './read-models/contact-directory/contact-directory.resolver.js';
import { contactDirectory } from './read-models/contact-directory/contact-directory.js';
import { ImportBatchesHandler, ImportBatchHandler } from './read-models/import-batches/import-batches.query.js';
import {
  ImportBatchesResolver,
  ImportBatchTotalCountResolver,
} from './read-models/import-batches/import-batches.resolver.js';
import { importBatches } from './read-models/import-batches/import-batches.js';
import { OnboardingBoardHandler } from './read-models/onboarding-board/onboarding-board.query.js';
import {
  OnboardingBoardResolver,
  OnboardingRowTotalCountResolver,
} from './read-models/onboarding-board/onboarding-board.resolver.js';
import { onboardingBoard } from './read-models/onboarding-board/onboarding-board.js';
import { OnboardingPresenter } from './read-models/onboarding-board/onboarding-presenter.query.js';
import { VacanciesHandler } from './read-models/vacancies/vacancies.query.js';
import { VacanciesResolver, VacancyTotalCountResolver } from './read-models/vacancies/vacancies.resolver.js';
import { vacancies } from './read-models/vacancies/vacancies.js';

const lifecycle = [
  ProposePartnershipHandler,
  ProposePartnershipResolver,
  ImportPartnershipHandler,
  ImportPartnershipResolver,
  BeginOnboardingHandler,
  BeginOnboardingResolver,
  CompleteOnboardingHandler,
  CompleteOnboardingResolver,
  AbandonPartnershipHandler,
  AbandonPartnershipResolver,
  PartnershipOpening,
  OnboardingBoardHandler,
  OnboardingBoardResolver,
  OnboardingRowTotalCountResolver,
  OnboardingPresenter,
];

const people = [
  AssignPartnerManagerHandler,
  AssignPartnerManagerResolver,
  ReassignPartnerManagerHandler,
  ReassignPartnerManagerResolver,
  AssignContactHandler,
  AssignContactResolver,
  RelieveContactHandler,
  RelieveContactResolver,
  ContactDirectoryHandler,
  ContactDirectoryResolver,
  ContactAssignmentTotalCountResolver,
  ContactPresenter,
  VacanciesHandler,
  VacanciesResolver,
  VacancyTotalCountResolver,
];

const agreement = [
  RecordAgreementHandler,
  RecordAgreementResolver,
  AmendAgreementHandler,
  AmendAgreementResolver,
  RecordAgreementRenewalHandler,
  RecordAgreementRenewalResolver,
  AdoptRelationshipPlanHandler,
  AdoptRelationshipPlanResolver,
];

const requirements = [
  RecordRequirementEvidenceHandler,
  RecordRequirementEvidenceResolver,
  RevokeRequirementEvidenceHandler,
  RevokeRequirementEvidenceResolver,
  WaiveRequirementHandler,
  WaiveRequirementResolver,
];

const imports = [
  ImportBatchAcceptedResolver,
  StageImportHandler,
  StageImportResolver,
  RejectImportRowHandler,
  RejectImportRowResolver,
  CommitImportHandler,
  CommitImportResolver,
  ImportBatchesHandler,
  ImportBatchHandler,
  ImportBatchesResolver,
  ImportBatchTotalCountResolver,
];

/** What leads a partnership to activation: lifecycle, people, agreement, requirements, imports (domain.md 2.7, 7). */
export const startingProviders = [...lifecycle, ...people, ...agreement, ...requirements, ...imports];

/** The read models of partnerships on their way to activation. */
export const startingProjections = [onboardingBoard, contactDirectory, vacancies, importBatches];
