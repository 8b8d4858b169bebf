package io.tapelake.synthetic;

/** Where one file ends and the next begins. */
public enum FileSplit {
    /** One file per UTC day, as Databento splits: in winter 19:00-20:00 ET lies in the next day's file. */
    UTC_DAY,
    /** One file per New York trade date; in winter it is named as a range of two UTC days. */
    NY_DATE
}
