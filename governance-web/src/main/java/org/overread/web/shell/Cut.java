package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;

/** What stands below a list that holds only the newest of what there is, so that nobody takes them for all. */
public final class Cut {
    private Cut() {}

    /**
     * Says so of a list that has grown as long as it may; of one that has not it says nothing.
     *
     * @param shown how many it holds
     * @param most how many it may hold
     * @param what what they are called, several of them
     * @param rest where the others are, as a sentence
     */
    public static Component newest(int shown, int most, String what, String rest) {
        var words = Page.quiet("These are the %s newest %s. %s".formatted(Numbers.count((long) most), what, rest));
        words.setVisible(shown >= most);
        return words;
    }

    /** The same where it is known how many there are, up to {@link NavigationCount#MANY}. */
    public static Paragraph of(int shown, long all, String order) {
        var counted = Numbers.count(Math.min(all, NavigationCount.MANY));
        return Page.quiet("The %s %s of %s%s."
                .formatted(
                        Numbers.count((long) shown), order, all > NavigationCount.MANY ? "more than " : "", counted));
    }
}
