/** What holds at every counter is changed by one counter at a time, while the hub answers. None of it on an island. */
export const turnFaults = ['turn-without-hub', 'turn-taken'] as const;
