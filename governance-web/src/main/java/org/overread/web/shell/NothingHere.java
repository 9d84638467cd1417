package org.overread.web.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.enterprise.context.Dependent;
import jakarta.servlet.http.HttpServletResponse;

/** What stands at an address without a view, or with one that the person may not enter: both look the same. */
@PageTitle("Nothing here")
@ParentLayout(MainLayout.class)
@Dependent
class NothingHere extends Page implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        add(
                empty(
                        "There is nothing at this address, or nothing that you may see.",
                        "If you followed a link, ask whoever gave it to you whether you need another role."),
                new Anchor("", "For you"));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
