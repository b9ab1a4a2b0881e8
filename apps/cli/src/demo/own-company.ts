/** A person of the own company; the user id is the subject of the tokens, the name goes to the person vault only. */
export interface OwnPerson {
  readonly userId: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
}

/** The own company of the demo: invented, with its people (domain.md section 6). */
export const headOfPartnering: OwnPerson = {
  userId: 'carla.winterfeld',
  name: 'Dr. Carla Winterfeld',
  title: 'Head of Partnering',
  email: 'carla.winterfeld@elbtakt.example',
};

/** Those who look after partnerships, with how many of them each can. */
export const partnerManagers: readonly (OwnPerson & { readonly capacity: number })[] = [
  {
    userId: 'jana.petersen',
    name: 'Jana Petersen',
    title: 'Partner Manager Sales',
    email: 'jana.petersen@elbtakt.example',
    capacity: 12,
  },
  {
    userId: 'tobias.reuter',
    name: 'Tobias Reuter',
    title: 'Partner Manager Sales',
    email: 'tobias.reuter@elbtakt.example',
    capacity: 12,
  },
  {
    userId: 'mehmet.kaya',
    name: 'Mehmet Kaya',
    title: 'Partner Manager Technology',
    email: 'mehmet.kaya@elbtakt.example',
    capacity: 40,
  },
  {
    userId: 'lena.brockhaus',
    name: 'Lena Brockhaus',
    title: 'Partner Manager Services',
    email: 'lena.brockhaus@elbtakt.example',
    capacity: 20,
  },
];
