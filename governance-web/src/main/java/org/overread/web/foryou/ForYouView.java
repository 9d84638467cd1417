package org.overread.web.foryou;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import org.overread.registry.Permission;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;

@Route("")
@PageTitle("For you")
@Needs(Permission.READ_MODELS)
@InNavigation(name = "For you", icon = VaadinIcon.INBOX, order = 10)
@Dependent
class ForYouView extends VerticalLayout {
    private static final long serialVersionUID = 1L;

    ForYouView() {
        add(new Paragraph("Nothing waits for you."));
    }
}
