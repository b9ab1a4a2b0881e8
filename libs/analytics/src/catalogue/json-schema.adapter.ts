import { z } from 'zod';
import type { EventDefinition } from '#event-sourcing';
import type { JsonSchema } from './event-field.js';

/** The JSON Schema of an event's data, with what its pieces say of themselves. Events are declared with zod. */
export function jsonSchemaOf({ data }: EventDefinition): JsonSchema {
  return z.toJSONSchema(data as unknown as z.ZodType) as JsonSchema;
}
