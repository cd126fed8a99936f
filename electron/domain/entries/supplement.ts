/** Papers that a citizen is asked for while a case is under way (NĐ 118/2025 Điều 19 k5), and what an officer proposes about it where a supervisor decides. */
export type SupplementAction =
  | {
      readonly type: 'supplement-requested';
      readonly reason: string;
      readonly items?: readonly string[];
      readonly override?: string;
      /** Who proposed it, where a supervisor approved what an officer had written. */
      readonly proposedBy?: string;
    }
  /** Waits for a supervisor: nobody asked the citizen yet, and the time goes on. */
  | {
      readonly type: 'supplement-proposed';
      readonly items: readonly string[];
      readonly reason: string;
      readonly override: string;
    }
  | { readonly type: 'supplement-declined'; readonly reason: string };
