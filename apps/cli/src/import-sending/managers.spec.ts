import { knownAddresses, managerByMail } from './managers.js';

const jana = { id: 'mgr_1', userId: 'jana.petersen' };
const tobias = { id: 'mgr_2', userId: 'Tobias.Reuter@elbtakt.example' };

describe('The partner manager behind a mail address', () => {
  it.each([
    ['the part before the @ as user id', 'jana.petersen@elbtakt.example', jana],
    ['the whole address as user id, whatever its case', 'tobias.reuter@elbtakt.example', tobias],
    ['nobody', 'mehmet.kaya@elbtakt.example', undefined],
  ])('is found by %s', (_, email, manager) => {
    expect(managerByMail([jana, tobias], email)).toBe(manager);
  });

  it('makes the addresses of a list known or unknown, each once', () => {
    const emails = ['jana.petersen@elbtakt.example', 'nobody@elbtakt.example', 'jana.petersen@elbtakt.example'];
    expect(knownAddresses([jana], emails)).toEqual(['jana.petersen@elbtakt.example']);
  });
});
