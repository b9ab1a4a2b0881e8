/* global db, rs, process, print, sleep */
// Makes the three members one replica set and gives Accord a user of its own; again, it changes nothing.
const status = db.adminCommand({ replSetGetStatus: 1 });
if (status.codeName === 'NotYetInitialized')
  rs.initiate({
    _id: 'accord',
    members: ['mongodb-1', 'mongodb-2', 'mongodb-3'].map((host, id) => ({
      _id: id,
      host: `${host}:27017`,
      priority: id === 0 ? 2 : 1,
    })),
  });

while (!db.hello().isWritablePrimary) {
  // another member may be the primary: after a restart, or while the first one catches up
  if (db.hello().primary !== undefined && db.hello().primary !== 'mongodb-1:27017') break;
  sleep(500);
}

if (db.hello().isWritablePrimary) {
  const accord = db.getSiblingDB('accord');
  const user = { pwd: process.env.ACCORD_MONGODB_PASSWORD, roles: [{ role: 'readWrite', db: 'accord' }] };
  if (accord.getUser('accord') === null) accord.createUser({ user: 'accord', ...user });
  else accord.updateUser('accord', user);
}
print('The replica set is ready.');
