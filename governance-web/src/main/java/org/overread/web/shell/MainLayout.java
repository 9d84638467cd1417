package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.web.security.CurrentActor;

/** What surrounds every view: the navigation that this person's permissions open, the title, the person's menu. */
@Layout
@Dependent
public class MainLayout extends AppLayout implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    /** More letters than stand beside the menus on a narrow page, and more than its four lines hold. */
    private static final int LONG = 14;

    private static final int CUT = 110;

    /** Signing out is a request of its own, which a link cannot send. */
    private static final String SIGN_OUT = """
            window.overreadDrafts?.leave();
            const form = document.createElement('form');
            form.method = 'post';
            form.action = 'sign-out';
            document.body.append(form);
            form.submit();""";

    private final H1 title = new H1();
    private final transient CurrentActor current;
    private final transient Instance<NavigationCount> counts;
    private final Map<Class<?>, CountBadge> badges = new HashMap<>();

    @Inject
    public MainLayout(CurrentActor current, @Any Instance<NavigationCount> counts) {
        this.current = current;
        this.counts = counts;
        var actor = current.actor();
        var toggle = new DrawerToggle();
        toggle.setAriaLabel("Navigation");
        var bar = new HorizontalLayout(toggle, title, personsMenu(actor));
        bar.setWidthFull();
        bar.setAlignItems(com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment.CENTER);
        bar.expand(title);
        bar.addClassName("top-bar");
        title.addClassName("page-title");
        addToNavbar(bar);
        var product = new Span("Overread");
        product.addClassName("product-name");
        addToDrawer(product, new Scroller(navigation(actor)));
        if (Boolean.parseBoolean(System.getenv("OVERREAD_DEMO"))) {
            var note = new Span("Demonstration: every patient, person and figure here is synthetic.");
            note.addClassName("demonstration-note");
            addToDrawer(note);
        }
        setPrimarySection(Section.DRAWER);
        current.news().ifPresent(Notices::untilClosed);
        addAttachListener(event -> {
            Drafts.onlyOf(actor, event.getUI());
            SessionEnd.watch(actor, event.getUI());
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(titleOf(getContent()));
        if (current.actor() instanceof Actor.Person person) {
            counts.forEach(count -> show(count, person));
        }
    }

    /** One that a narrow page cuts can be gone to, and is whole then. */
    private void show(String words) {
        title.setText(words);
        title.setTitle(words);
        title.setClassName("long", words.length() > LONG);
        if (words.length() > CUT) {
            title.getElement().setAttribute("tabindex", "0");
        } else {
            title.getElement().removeAttribute("tabindex");
        }
    }

    /** Asked anew with each page, so that it never tells of what is done, nor hides what has come. */
    private void show(NavigationCount count, Actor.Person person) {
        var badge = badges.get(count.view());
        if (badge != null) {
            long waiting = count.of(person);
            badge.show(waiting, count.words(waiting));
        }
    }

    private static String titleOf(Component view) {
        if (view instanceof HasDynamicTitle dynamic) {
            return dynamic.getPageTitle();
        }
        var fixed = view.getClass().getAnnotation(PageTitle.class);
        return fixed == null ? "" : fixed.value();
    }

    /** The views that put themselves into the navigation with {@link InNavigation} and are open to this actor. */
    private SideNav navigation(Actor actor) {
        var nav = new SideNav();
        nav.setLabel("Navigation");
        RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(route -> route.getNavigationTarget())
                .filter(view -> view.isAnnotationPresent(InNavigation.class) && Doors.open(view, actor))
                .sorted(Comparator.comparingInt(
                        view -> view.getAnnotation(InNavigation.class).order()))
                .forEach(view -> nav.addItem(item(view)));
        return nav;
    }

    private SideNavItem item(Class<? extends Component> view) {
        var place = view.getAnnotation(InNavigation.class);
        var item = new SideNavItem(place.name(), view, place.icon().create());
        var badge = new CountBadge();
        badges.put(view, badge);
        item.setSuffixComponent(badge);
        return item;
    }

    private static Component personsMenu(Actor actor) {
        var menu = new MenuBar();
        var avatar = new Avatar(actor.name());
        var person = menu.addItem(avatar);
        person.setAriaLabel("Signed in as " + actor.name());
        var words = person.getSubMenu();
        words.addItem(actor.name() + roles(actor)).setEnabled(false);
        words.addItem(new Anchor("my-notices", "Notices by mail"));
        var password = new Anchor("password", "Change password");
        password.setRouterIgnore(true);
        words.addItem(password);
        words.addItem("Sign out", event -> event.getSource().getElement().executeJs(SIGN_OUT));
        return menu;
    }

    private static String roles(Actor actor) {
        return actor instanceof Actor.Person person
                ? person.grants().stream()
                        .map(grant -> grant.role())
                        .distinct()
                        .sorted()
                        .map(Role::title)
                        .collect(Collectors.joining(", ", " · ", ""))
                : "";
    }
}
