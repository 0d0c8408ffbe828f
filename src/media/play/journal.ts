import { type JournalEntry, JournalFile } from './journal_file.ts';

let journal: JournalFile | undefined;

/**
 * Has the plays that are open kept in a file of this process, from now on.
 *
 * @param folder where; of one service, since its next process reports what is found there as its own
 * @returns writes what is left and stops
 */
export function startPlayJournal(folder: string): () => void {
  const started = new JournalFile(folder);
  journal = started;
  return () => {
    if (journal === started) journal = undefined;
    started.stop();
  };
}

/** Writes what is left to write at once: for a process that is about to end, and may not get to do it later. */
export function writeJournalNow(): void {
  journal?.writeNow();
}

/** Whether a file is the one that this process writes. */
export function isOwnFile(name: string): boolean {
  return journal?.fileName === name;
}

/** Notes that a play is open, or that what is known of it has changed. */
export function journalOpened(play: object, entry: JournalEntry): void {
  journal?.open(play, entry);
}

/** Notes that a play has ended. */
export function journalClosed(play: object): void {
  journal?.close(play);
}

/** Says that this process still plays what it plays. Called with each export of metrics. */
export function beatJournal(): void {
  journal?.beat();
}
