/** When the commands of the chapter "people" are refused (domain.md 2.7, 2.8). */
export const peopleRejections = {
  MANAGER_INACTIVE: 'The person is not appointed as partner manager, or was dismissed.',
  CAPACITY_LIMIT:
    'The partner manager would look after more than 120 % of the partnerships one person can (domain.md 2.6).',
  SAME_MANAGER: 'The person already is the partner manager of this partnership.',
  SIDE_MISMATCH: 'The person does not belong to the company of the side they are named for.',
  PERSON_LEFT: 'The person has left the company by then.',
  PERSON_ERASED: 'The data of the person was erased; nobody can be named who is no longer known.',
  SAME_PERSON_BOTH_SIDES: 'The same person acts for both sides.',
  CONTACT_OVERLAP: 'The side already has a responsible contact for a part of that time (I-04).',
  NO_CONTACT_ON_SIDE: 'The side has no responsible contact on that day, or another one than named.',
} as const;
