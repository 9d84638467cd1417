package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Names and values below each other; a value that is not there says so. */
public final class Facts extends DescriptionList {
    private static final long serialVersionUID = 1L;

    public Facts() {
        addClassName("facts");
    }

    public Facts with(String name, @Nullable String value) {
        return with(name, new Span(value == null || value.isBlank() ? "not stated" : value));
    }

    public Facts with(String name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }
}
