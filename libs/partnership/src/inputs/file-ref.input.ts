import { InputType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { IntField, ReferenceField, TextField } from '#graphql';
import type { FileRef } from '../domain/vocabulary.js';

/** Checks that a text is a SHA-256. */
export const isSha256 = Matches(/^[0-9a-f]{64}$/, { message: '$property must be 64 hexadecimal digits in lower case' });
const isMediaType = Matches(/^[\w.+-]+\/[\w.+-]+$/, { message: '$property must be a media type: application/pdf' });

@InputType({ description: 'A document kept elsewhere, identified by its content.' })
export class FileRefInput implements FileRef {
  @ReferenceField()
  readonly documentId!: string;

  @TextField(isSha256, { description: 'SHA-256 of the file.' })
  readonly sha256!: string;

  @TextField(isMediaType)
  readonly mediaType!: string;

  @IntField({ min: 1 })
  readonly bytes!: number;
}
