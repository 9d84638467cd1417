package org.overread.web.shell;

import com.vaadin.flow.component.html.Anchor;

/** A link that looks like a button: it goes somewhere, and can be opened beside or copied like any link. */
public final class ButtonLink {
    private ButtonLink() {}

    /** The one thing most people come to a page for. */
    public static Anchor primary(String address, String words) {
        return styled(address, words, "primary");
    }

    public static Anchor of(String address, String words) {
        return styled(address, words, "plain");
    }

    private static Anchor styled(String address, String words, String weight) {
        var link = new Anchor(address, words);
        link.addClassNames("link-button", weight);
        return link;
    }
}
