package org.overread.web.demonstration;

/**
 * How an output stands to what is true.
 *
 * @param flagged whether the version flagged the case; a note always counts as such
 * @param event whether the case was one, or the note right
 * @param written whether it is a note
 */
record Truth(boolean flagged, boolean event, boolean written) {}
