/**
 * A lock that all nodes of a cluster share, as a context has it.
 *
 * @module
 */

/** A lock that is held; `await using` gives it back. */
export interface HeldMutex extends AsyncDisposable {
  /** Aborted when the lock was lost: another node may hold it now. */
  readonly signal: AbortSignal;
  /** Gives the lock back. May be called again. */
  release(): Promise<void>;
}

/** How long to wait for a lock. */
export interface MutexOptions {
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits for the lock with this name, which at most one holder in the whole cluster has at a time.
 */
export type AcquireMutex = (name: string, options?: MutexOptions) => Promise<HeldMutex>;
