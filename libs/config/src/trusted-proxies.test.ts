// A network that is believed holds proxies of the service, and no stranger.
import { holdsStrangers, namesProxies } from './trusted-proxies.js';

test.each([
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/8, 0.0.0.0/0',
  '0.0.0.0/1,128.0.0.0/1', // the world in two halves
  '64.0.0.0/2',
  '8.0.0.0/7',
  '::/1',
  '2000::/3', // every address of IPv6 that is given out
  '8000::/1',
  '::ffff:0:0/96', // IPv4 as IPv6 writes it
  '::ffff:0.0.0.0/97',
  '0:0:0:0:0:ffff:0:0/96',
])('%s believes strangers', (text) => {
  expect([namesProxies(text), holdsStrangers(text)]).toEqual([true, true]);
});

test.each([
  'loopback',
  '10.0.0.5',
  '10.0.0.0/8',
  '172.16.0.0/12, 192.168.0.0/16',
  '104.16.0.0/13', // as a provider publishes its own
  'fc00::/7',
  'fe80::/10',
  '2606:4700::/32',
  '::1',
  '::ffff:10.0.0.0/104',
])('%s believes proxies of one’s own', (text) => {
  expect([namesProxies(text), holdsStrangers(text)]).toEqual([true, false]);
});

test.each([
  'true',
  '2',
  '10.0.0.0/33',
  '::/129',
  '10.0.0/8',
  '10.0.0.0/8/8',
  '0.0.0.0/0.0.0.0',
  '10.0.0.0/',
  'none,10.0.0.1',
  '',
])('%j names no proxy', (text) => {
  expect(namesProxies(text)).toBe(false);
});
