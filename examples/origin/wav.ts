/**
 * A sine tone as a WAV file: 16 bit, mono. Real media that needs no encoder, for hosts without ffmpeg.
 *
 * @param seconds how long it plays
 * @param hertz   its pitch
 */
export function sineWav(seconds: number, hertz = 440): Buffer {
  const rate = 16_000;
  const samples = Math.round(seconds * rate);
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  // PCM, one channel.
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1) {
    const value = Math.sin((2 * Math.PI * hertz * at) / rate) * 0.3 * 0x7fff;
    file.writeInt16LE(Math.round(value), 44 + at * 2);
  }
  return file;
}
