/** One connection to another machine's files: a process of the system's own ssh, over which many requests are under way at once. */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Socket } from 'node:net';
import { ANSWER, ASK, Fields, packet, packetCutter, STATUS } from './sftp-packets.ts';
import type { Field, Packet } from './sftp-packets.ts';
import { describeEnd } from './ssh-errors.ts';
import type { SshSettings } from './ssh-settings.ts';
import { TargetError } from './target.ts';

export interface SftpConnection {
  /** Answers in any order. @throws SftpError for what the other side refuses, TargetError for a connection that is none */
  ask(type: number, ...fields: Field[]): Promise<Packet>;
  /** An extension's request. */
  extended(name: string, ...fields: Field[]): Promise<Packet>;
  /** Whether the other side knows an extension. */
  knows(name: string): Promise<boolean>;
}

/** What the other side refuses, as the system calls it where that is known: SFTP does not say of a disk that it is full. */
export class SftpError extends Error {
  readonly code: string;

  constructor(status: number, said: string) {
    super(`SFTP status ${status}: ${said}`);
    this.code = CODES[status] ?? 'EREFUSED';
  }
}

const CODES: Readonly<Record<number, string>> = {
  [STATUS.end]: 'EEND',
  [STATUS.missing]: 'ENOENT',
  [STATUS.denied]: 'EACCES',
  [STATUS.bad]: 'ENAMETOOLONG',
  [STATUS.unknown]: 'ENOSYS',
};

/** Without these there is no exchange of a file at a moment, and no lock. */
const NEEDED = ['posix-rename@openssh.com', 'hardlink@openssh.com'];
const MOST_SAID = 4000;

interface Waiting {
  resolve(answer: Packet): void;
  reject(error: Error): void;
}

/** Nothing is started before the first request; between requests the connection keeps no process from its end. */
export function sftpConnection(settings: SshSettings): SftpConnection {
  const waiting = new Map<number, Waiting>();
  let opening: Promise<ReadonlySet<string>> | undefined;
  let child: ChildProcessWithoutNullStreams | undefined;
  let ended: Error | undefined;
  let next = 1;

  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
    child?.kill();
  };
  const send = (id: number, bytes: Buffer): Promise<Packet> => {
    if (ended) return Promise.reject(ended);
    return new Promise((resolve, reject) => {
      hold(child, true);
      waiting.set(id, { resolve, reject });
      child?.stdin.write(bytes);
    });
  };
  const take = ({ type, body }: Packet): void => {
    const id = type === ANSWER.version ? 0 : new Fields(body).number();
    const asked = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) hold(child, false);
    asked?.resolve({ type, body: type === ANSWER.version ? body : body.subarray(4) });
  };
  const open = async (): Promise<ReadonlySet<string>> => {
    const started = start(settings, take, end);
    child = started;
    // The number that it answers with is no request's, but its version.
    const { type, body } = await send(0, packet(ASK.init, [3]));
    const names = new Set<string>();
    const fields = new Fields(body);
    if (type !== ANSWER.version || fields.number() < 3) throw unusable(settings);
    while (!fields.isAtEnd) {
      names.add(fields.text());
      fields.bytes();
    }
    if (!NEEDED.every((name) => names.has(name))) throw unusable(settings);
    return names;
  };
  const ask = async (type: number, ...fields: Field[]): Promise<Packet> => {
    await (opening ??= open());
    const id = next;
    next = (next % 0x7fffffff) + 1;
    const answer = await send(id, packet(type, [id, ...fields]));
    if (answer.type !== ANSWER.status) return answer;
    const said = new Fields(answer.body);
    const status = said.number();
    if (status !== STATUS.good) throw new SftpError(status, said.isAtEnd ? '' : said.text());
    return answer;
  };

  return {
    ask,
    extended: (name, ...fields) => ask(ASK.extended, name, ...fields),
    knows: async (name) => (await (opening ??= open())).has(name),
  };
}

function start(
  settings: SshSettings,
  take: (packet: Packet) => void,
  end: (error: Error) => void,
): ChildProcessWithoutNullStreams {
  const child = spawn('ssh', sshWords(settings), {
    stdio: 'pipe',
    env: { ...process.env, LC_ALL: 'C' },
  });
  let said = '';
  const cut = packetCutter();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MOST_SAID);
  });
  child.stdout.on('data', (piece: Buffer) => {
    const packets = cut(piece);
    if (packets) for (const each of packets) take(each);
    else end(new TargetError(`${settings.shown}：${describeEnd('printed', said, settings)}`));
  });
  // How it ends says why.
  child.stdin.on('error', () => undefined);
  child.on('error', (error) => {
    const why = 'code' in error && error.code === 'ENOENT' ? 'missing' : 'broken';
    end(
      new TargetError(`${settings.shown}：${describeEnd(why, said, settings)}`, { cause: error }),
    );
  });
  child.on('close', () => {
    end(new TargetError(`${settings.shown}：${describeEnd('broken', said, settings)}`));
  });
  return child;
}

/** Nobody is asked for anything, and a host's key that is not known is refused, whatever the operator's own settings are. */
function sshWords({ host, user, port, config }: SshSettings): string[] {
  const options = [
    'BatchMode=yes',
    'StrictHostKeyChecking=yes',
    'ConnectTimeout=20',
    'ServerAliveInterval=15',
    'ServerAliveCountMax=4',
    'ClearAllForwardings=yes',
    'ForwardAgent=no',
    'ForwardX11=no',
    'PermitLocalCommand=no',
    'RemoteCommand=none',
    'RequestTTY=no',
    'ControlPath=none',
    'LogLevel=ERROR',
  ];
  return [
    ...(config === undefined ? [] : ['-F', config]),
    ...options.flatMap((option) => ['-o', option]),
    ...(user === undefined ? [] : ['-l', user]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    '-s',
    '--',
    host,
    'sftp',
  ];
}

function unusable({ shown }: SshSettings): TargetError {
  return new TargetError(
    `${shown}：对方的 SFTP 不能把文件一次换好（没有 ${NEEDED.join('、')}）。要用 OpenSSH 的 sftp-server 或 internal-sftp。`,
  );
}

/** Whether this process waits for the other one. */
function hold(child: ChildProcessWithoutNullStreams | undefined, isHeld: boolean): void {
  if (!child) return;
  const ends = [child, child.stdin as Socket, child.stdout as Socket, child.stderr as Socket];
  for (const each of ends) {
    if (isHeld) each.ref();
    else each.unref();
  }
}
