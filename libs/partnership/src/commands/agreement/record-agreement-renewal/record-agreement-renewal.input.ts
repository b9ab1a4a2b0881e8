import { InputType } from '@nestjs/graphql';
import { AgreementTermsInput } from '../../../inputs/agreement-terms.input.js';

@InputType({ description: 'The whole new version of an agreement whose term was prolonged.' })
export class RecordAgreementRenewalInput extends AgreementTermsInput {}
