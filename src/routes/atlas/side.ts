/** What the panel shows while nothing is selected; `day` is the comparison while two days are compared. */
export type Side = 'day' | 'search' | 'layers' | 'share';
