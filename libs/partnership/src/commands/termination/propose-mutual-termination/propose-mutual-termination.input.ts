import { InputType } from '@nestjs/graphql';
import { TerminationOfferInput } from '../../../inputs/termination-offer.input.js';

@InputType()
export class ProposeMutualTerminationInput extends TerminationOfferInput {}
