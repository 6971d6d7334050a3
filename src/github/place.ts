/** Where this run stands on GitHub. */
export interface Place {
  readonly owner: string;
  readonly repository: string;
  readonly runId: number;
  /** The page of this run. */
  readonly runUrl: string;
  /** The commit that it runs at. */
  readonly sha: string;
}
