package org.overread.web.catalog;

import com.vaadin.flow.component.Component;

/**
 * A tab on the page of a version. Every CDI bean of this type is found and shown by itself; a feature that has
 * something to say about a version writes one and leaves the page alone. The page is at
 * {@code /models/{model}/versions/{version}?tab={key}}.
 */
public interface VersionTab {
    /** The tab's name in the address, lower case. */
    String key();

    /** The tab's name on the screen. */
    String title();

    /** Where it stands: Overview 10, Performance 20, Subgroups 30, Data 40, Feedback 50, History 90. */
    int order();

    /** Whether the tab is there at all for whoever looks at the page. */
    boolean openTo(VersionPage page);

    /** What is on the tab; asked for only when the tab is opened, and anew whenever the address changes. */
    Component show(VersionPage page);
}
