import { InputType } from '@nestjs/graphql';
import { AgreementTermsInput } from '../../../inputs/agreement-terms.input.js';

@InputType({ description: 'What a signed agreement says.' })
export class RecordAgreementInput extends AgreementTermsInput {}
