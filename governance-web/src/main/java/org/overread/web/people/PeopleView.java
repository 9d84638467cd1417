package org.overread.web.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.overread.registry.Folded;
import org.overread.registry.Permission;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.People;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;

@Route("people")
@PageTitle("People")
@Needs(value = Permission.MANAGE_PEOPLE, everywhere = true)
@InNavigation(name = "People", icon = VaadinIcon.USERS, order = 90)
@Dependent
class PeopleView extends Page implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;
    private static final String SOUGHT = "text";
    private static final int ROWS_AT_ONCE = 50;

    private final transient People people;
    private final transient CurrentActor current;
    private final TextField sought = new TextField("Find by name, log-in or role");
    private final Div found = new Div();

    @Inject
    PeopleView(People people, CurrentActor current) {
        this.people = people;
        this.current = current;
        sought.addClassName("wide");
        sought.setClearButtonVisible(true);
        sought.setValueChangeMode(ValueChangeMode.LAZY);
        sought.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                UI.getCurrent().navigate(PeopleView.class, QueryParameters.of(SOUGHT, event.getValue()));
            }
        });
        var add = new Button("Add a person", _ -> UI.getCurrent().navigate(NewPersonView.class));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add(row(sought, add), found);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var words = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SOUGHT)
                .orElse("");
        sought.setValue(words);
        found.removeAll();
        var accounts = people.all(current.actor()).stream()
                .filter(account -> matches(account, words))
                .toList();
        if (accounts.isEmpty()) {
            found.add(empty("Nobody is like this.", "Type less, or add the person."));
            return;
        }
        var grid = new Grid<Account>();
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT, GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(new ComponentRenderer<>(PeopleView::who)).setHeader("Person");
        grid.addColumn(new ComponentRenderer<>(PeopleView::roles)).setHeader("Roles");
        grid.setItems(accounts);
        grid.setAllRowsVisible(accounts.size() <= ROWS_AT_ONCE);
        found.add(quiet(accounts.size() == 1 ? "1 person" : accounts.size() + " people"), grid);
    }

    private static boolean matches(Account account, String words) {
        return Folded.holds(account.name() + " " + account.login() + " " + RoleWords.of(account.grants()), words);
    }

    private static Component who(Account account) {
        var login = new Span(account.login());
        login.addClassName("quiet");
        return new Div(
                new Div(new RouterLink(
                        account.name(), PersonView.class, account.id().toString())),
                login);
    }

    private static Component roles(Account account) {
        var lines = RoleWords.lines(account.grants()).stream().map(Div::new).collect(Collectors.toList());
        var all = new Div();
        if (!account.active()) {
            all.add(new Tag("Deactivated", Tag.Tone.PLAIN));
        }
        lines.forEach(all::add);
        if (lines.isEmpty()) {
            all.add(quiet("no role yet"));
        }
        return all;
    }
}
