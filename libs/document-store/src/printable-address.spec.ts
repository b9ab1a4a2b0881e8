import { printableAddress } from './printable-address.js';

describe('a connection string as it may be printed', () => {
  it.each([
    ['mongodb://host:27017/accord', 'mongodb://host:27017/accord'],
    ['mongodb+srv://anna:geheim@cluster.example/accord?tls=true', 'mongodb+srv://cluster.example/accord'],
    ['esdb://admin:geheim@one:2113,two:2113?tls=true&userKeyFile=geheim.key', 'esdb://one:2113,two:2113'],
    ['mongodb://anna:ge@he:im?@host/accord', 'mongodb://host/accord'],
    ['mongodb://anna:geheim@host/accord?appName=a@b', 'mongodb://b'],
    ['MONGODB://anna:geheim@host', 'MONGODB://host'],
    ['anna:geheim@host', 'host'],
    ['memory:', 'memory:'],
  ])('%s is printed as %s', (text, printed) => {
    expect(printableAddress(text)).toBe(printed);
    expect(printableAddress(text)).not.toContain('geheim');
  });
});
