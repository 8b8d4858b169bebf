package io.tapelake.jobs.reference;

/** Where the lines of a file go. */
interface LineTaker {

    /** A record of a corporate action. */
    void action(ActionRow row);

    /** A statement of a name. */
    void name(NameStatement said);

    /** A line that is for no table. */
    void ignored(String what);
}
