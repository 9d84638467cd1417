package org.overread.web.navigation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import org.overread.registry.Permission;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;

@Route("counted")
@PageTitle("Counted")
@Needs(Permission.READ_MODELS)
@InNavigation(name = "Counted", icon = VaadinIcon.INBOX, order = 10)
@Dependent
class CountedView extends Div {
    private static final long serialVersionUID = 1L;
}
