// What a server that is told to stop still waits for, and what it does not.
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { closing, type Closing } from './http-closing.js';

let server: Server;
let accepted: Closing;
let owed: ServerResponse[];
beforeEach(async () => {
  owed = [];
  server = createServer().listen(0, '127.0.0.1');
  accepted = closing(server, 5);
  server.on('request', (request, response) => {
    accepted.took(request, response);
    owed.push(response);
    server.emit('took');
  });
  await once(server, 'listening');
});

/** A client that has sent this much, and all that it hears until it is closed. */
async function client(sends: string): Promise<{ socket: Socket; heard: Promise<string> }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const there = once(server, 'connection') as Promise<[Socket]>;
  let text = '';
  socket.setEncoding('utf8').on('data', (more: string) => (text += more));
  const heard = new Promise<string>((resolve) => void socket.once('close', () => resolve(text)));
  socket.on('error', () => undefined);
  const [other] = await there;
  socket.write(sends);
  while (other.bytesRead < sends.length) await new Promise((next) => setImmediate(next));
  return { socket, heard };
}
const whole = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n';

test('half a head and half a body are cut in three seconds; what was accepted is answered, and told that it was the last', async () => {
  const took = once(server, 'took');
  const asks = await client(whole);
  await took;
  const [head, body] = [await client('POST / HTTP/1.1\r\nho'), await client(whole.replace('0', '9'))];
  const finished = accepted.finish(0);
  expect([await head.heard, await body.heard]).toEqual(['', '']);
  owed[0]?.end('done');
  expect(await asks.heard).toMatch(/connection: close[^]*done$/i);
  await finished;
});
