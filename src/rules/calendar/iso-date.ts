/** A calendar day in Norway, `2014-03-07`. */
export type IsoDate = string;

/** A moment in UTC, `2014-03-07T08:33:50Z` (whole seconds, so that text order is time order). */
export type Instant = string;
