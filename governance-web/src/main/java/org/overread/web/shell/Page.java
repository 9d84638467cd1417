package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** The body of a view: sections below each other, as wide as reading likes, as narrow as a phone. */
public abstract class Page extends Div {
    private static final long serialVersionUID = 1L;

    protected Page() {
        addClassName("page");
    }

    /** A part of the page under a heading. */
    public static Section section(String heading, Component... parts) {
        var title = new H2(heading);
        var section = new Section();
        section.add(title);
        section.add(parts);
        return section;
    }

    /** What a list says while it is empty: what will appear here, and how to make it so. */
    public static Component empty(String what, String how) {
        var words = new Div(new Paragraph(what), new Paragraph(how));
        words.addClassName("empty");
        return words;
    }

    /** Words of lesser weight. */
    public static Paragraph quiet(String words) {
        var paragraph = new Paragraph(words);
        paragraph.addClassName("quiet");
        return paragraph;
    }

    /** Components side by side, which wrap when the page is narrow. */
    public static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("row");
        return row;
    }

    /** Gives a component a name for screen readers. */
    public static <T extends HasElement> T named(T component, String name) {
        component.getElement().setAttribute("aria-label", name);
        return component;
    }
}
