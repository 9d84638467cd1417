package org.overread.registry;

/** What kind of thing went wrong, so that every door tells it the same way. */
public enum ErrorCode {
    /** The request can be read but is not acceptable; the fields say why. */
    INVALID,
    /** The request cannot be read at all. */
    UNREADABLE,
    /** The actor may not do this. */
    NOT_ALLOWED,
    /** There is no such thing, or the actor may not know of it. */
    NOT_FOUND,
    /** The present state does not permit this. */
    CONFLICT,
    /** The body, or one line of it, is larger than this installation takes. */
    TOO_LARGE,
    /** The body comes in too slowly, or takes too long. */
    TOO_SLOW,
    /** More is asked at once than this installation does at once; later it is possible. */
    TOO_MANY,
    /** Something outside the product does not answer. */
    OUTSIDE
}
