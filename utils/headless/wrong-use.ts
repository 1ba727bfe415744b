/** Thrown for a command line that cannot be carried out: its message is for the person who typed it. */
export class WrongUse extends Error {}
