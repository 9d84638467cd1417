package org.overread.registry.catalog;

/** What entering a live stage ends. Each step is read by the rule it was taken under, so the past stays what it was. */
public enum LiveRule {
    /** Whatever else is live at the site, a pilot or general use. So it was until audiences were told apart. */
    ONE_FOR_EACH_SITE,
    /** What is live for the same audience at the site, and the version's own earlier stage. */
    ONE_FOR_EACH_AUDIENCE
}
