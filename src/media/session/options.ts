/** What is known of a session when it begins. */
export interface SessionOptions {
  /** Id of the session; made if left out. Must not be the id of a login session. */
  id?: string;
  /** The links submitted, or only how many there are. Links themselves leave as keyed hashes by default. */
  links?: number | readonly string[];
  /** Address of who asked; leaves shortened to its network by default, and as a hash that is another every day. */
  clientAddress?: string;
  /** User agent of who asked; only its family and major version leave by default. */
  userAgent?: string;
  /** Id of the user; leaves as a keyed hash. */
  userId?: string;
  /** From when on it counts as stuck if it has not ended, in seconds. Default 7,200 (2 h). */
  stuckAfterSeconds?: number;
  /**
   * Whether who asked is to be left out: nothing of the session leaves, whoever makes it. Where the session is the
   * outermost helper of a request, nor do the spans of that request which have not ended. Default false.
   */
  optOut?: boolean;
}

/** A session that is running. */
export interface Session {
  readonly id: string;
  /** Says that a file arrived which no `download` inside the session reported. */
  downloaded(file?: { title?: string; fileName?: string }): void;
  /** Says that something went wrong which is not thrown. */
  failed(error: unknown): void;
}
