/** Where three columns no longer fit: in rem, so that large text counts and not the screen alone. */
export const narrow = '@container screen (max-width: 70rem)';
