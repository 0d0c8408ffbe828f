import { exec } from 'otel-media';

/**
 * Makes an audio file of a film or another audio file, beside it. Rejects with the ProgramError of `exec`.
 *
 * @returns path of the audio file
 */
export async function transcode(path: string, format: 'mp3' | 'ogg'): Promise<string> {
  const audio = `${path.replace(/\.\w+$/, '')}.audio.${format}`;
  await exec('ffmpeg', ['-hide_banner', '-nostdin', '-y', '-i', path, '-vn', '-q:a', '4', audio], {
    timeoutSeconds: 300,
  });
  return audio;
}
