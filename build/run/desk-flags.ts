/**
 * How Node is started for a desk. Most of what a call makes is used up with it: left to itself V8 lets the young generation grow to three times 16 MB, and
 * keeps it. A reception costs the processor the same with this (ADR 0015), and the desk holds 60 MB less.
 */
export const deskFlags = ['--max-semi-space-size=4'] as const;
