/** Letters that fit on a screen in a hall: a title on one line, a caption on three. */
export const LONGEST_TITLE = 60;
export const LONGEST_CAPTION = 180;
