import type { ChapterFold } from './chapter-fold.js';

/** What decisions need to know of: the log of exchange between the companies and inside the own one. Nothing so far. */
export type CommunicationState = Readonly<Record<string, never>>;

export const initialCommunication: CommunicationState = {};

export const foldCommunication = {
  CommunicationLogged: (state) => state,
} satisfies ChapterFold<CommunicationState>;
