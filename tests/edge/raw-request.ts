import { connect } from 'node:net';

/** Sends lines as they are, each character a byte of its UTF-8, and reads the head of the answer. */
export function askRaw(
  url: string,
  line: string,
  headers = 'Host: localhost',
): Promise<{ head: string }> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => resolve({ head: text.split('\r\n\r\n')[0] ?? '' }));
    const request = `${line}\r\n${headers}\r\nConnection: close\r\n\r\n`;
    socket.write(line.includes('\xff') ? Buffer.from(request, 'latin1') : request);
  });
}
