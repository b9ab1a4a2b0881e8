// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { calendarDate, fileRef, freeText, id, instant, personId, sealedText } from '#event-fields';
import type { EventDefinitions } from '#event-sourcing';

/** How the exchange took place (domain.md 2.7, LogCommunication). */
export const communicationChannels = ['CALL', 'VIDEO', 'MEETING', 'EMAIL', 'LETTER', 'EVENT'] as const;
export type CommunicationChannel = (typeof communicationChannels)[number];

/** Who spoke to whom, seen from the own side: `INBOUND` comes from the partner. */
export const communicationDirections = ['INBOUND', 'OUTBOUND', 'TWO_WAY'] as const;
export type CommunicationDirection = (typeof communicationDirections)[number];

/** Between the two companies, or inside the own one; the latter never ends silence. */
export const communicationScopes = ['BETWEEN_PARTNERS', 'INTERNAL_OWN'] as const;
export type CommunicationScope = (typeof communicationScopes)[number];

/** The events of the chapter "communication": the log of exchange between the companies and inside the own one (domain.md 2.11). */
export const communicationEvents = {
  CommunicationLogged: {
    version: 1,
    meaning: 'People exchanged something about the partnership, between the companies or inside the own one.',
    data: z
      .strictObject({
        communicationId: id('com'),
        on: calendarDate,
        at: instant.exactOptional(),
        channel: z.enum(communicationChannels),
        direction: z.enum(communicationDirections),
        scope: z.enum(communicationScopes),
        substantive: z.boolean().meta({ description: 'A real exchange; newsletters and automatic mails are not.' }),
        topic: freeText(300),
        participants: z.array(personId).readonly(),
        summary: sealedText,
        durationMinutes: z.int().min(0).meta({ unit: 'minutes' }).exactOptional(),
        fileRef: fileRef.exactOptional(),
      })
      .readonly(),
  },
} satisfies EventDefinitions;
