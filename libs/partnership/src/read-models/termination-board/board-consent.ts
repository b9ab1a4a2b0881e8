import { Field, ID, ObjectType } from '@nestjs/graphql';
import { LocalDate } from '#graphql';
import type { Authority, DeclarationForm } from '../../domain/end-vocabulary.js';
import type { Consent } from '../../domain/events/termination-fields.js';
import { AuthorityEnum, DeclarationFormEnum } from '../../graphql-enums.js';

/** The consent of one side to the terms that are open, or agreed. */
@ObjectType({ description: 'The consent of one side: who declared it, when, on which authority, in which form.' })
export class BoardConsent {
  @Field(() => ID)
  readonly personId!: string;

  @Field(() => String, { nullable: true, description: 'The person’s name as far as the asker may see it.' })
  readonly personName?: string;

  @Field(() => LocalDate)
  readonly declaredOn!: string;

  @Field(() => AuthorityEnum)
  readonly authority!: Authority;

  @Field(() => DeclarationFormEnum)
  readonly form!: DeclarationForm;

  @Field(() => String, { nullable: true, description: 'The document it rests on.' })
  readonly documentId?: string;

  @Field(() => String, { nullable: true, description: 'SHA-256 of that document.' })
  readonly documentSha256?: string;
}

/** A side's consent on the board, under the field of its side. */
export function consentFields(consent: Consent): {
  readonly consentOwn?: BoardConsent;
  readonly consentPartner?: BoardConsent;
} {
  const { side, personId, declaredOn, authority, form, fileRef } = consent;
  const shown: BoardConsent = {
    personId,
    declaredOn,
    authority,
    form,
    ...(fileRef === undefined ? {} : { documentId: fileRef.documentId, documentSha256: fileRef.sha256 }),
  };
  return side === 'OWN' ? { consentOwn: shown } : { consentPartner: shown };
}
