package org.overread.web.shell;

import com.vaadin.flow.component.html.Span;

/** A number beside an entry of the navigation, with words for those who do not see where it stands. */
final class CountBadge extends Span {
    private static final long serialVersionUID = 1L;

    private final Span number = new Span();
    private final Span words = new Span();

    CountBadge() {
        addClassName("count-badge");
        number.getElement().setAttribute("aria-hidden", "true");
        words.addClassName("for-screen-readers");
        add(number, words);
        setVisible(false);
    }

    /** Nothing is no number. */
    void show(long count, String what) {
        boolean many = count > NavigationCount.MANY;
        var counted = Numbers.count(Math.min(count, NavigationCount.MANY));
        number.setText(many ? counted + "+" : counted);
        words.setText((many ? ", more than %s %s" : ", %s %s").formatted(counted, what));
        setVisible(count > 0);
    }
}
