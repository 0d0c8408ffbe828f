const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of it is a file',
  EACCES: 'the right to it is missing',
  EPERM: 'the right to it is missing',
  EROFS: 'it is on a disk that is read only',
  ENOSPC: 'the disk is full',
  EEXIST: 'it is a file',
};

/** Why something could not be done with a file, for people: the system's code, and what that means. */
export function fileReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return REASONS[code] ? `${code}, ${REASONS[code]}` : code;
}
