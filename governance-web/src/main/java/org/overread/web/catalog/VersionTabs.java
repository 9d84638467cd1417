package org.overread.web.catalog;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tabs of one version that are open to whoever looks; only the one that is looked at is worked out. */
final class VersionTabs extends TabSheet {
    private static final long serialVersionUID = 1L;

    /** The part that scrolls the tabs can take the focus, which a list of tabs must not hold beside its tabs. */
    private static final String NOTHING_BUT_TABS = """
        const tabs = this.querySelector('vaadin-tabs');
        customElements.whenDefined('vaadin-tabs').then(() => tabs.updateComplete)
            .then(() => tabs.shadowRoot.querySelector('[part=tabs]').removeAttribute('tabindex'));\
        """;

    /** On a narrow page the tab that an address names may lie outside what is seen of them. */
    private static final String TO_BE_SEEN = """
        const look = left => {
            if (this.getClientRects().length) this.scrollIntoView({ block: 'nearest', inline: 'center' });
            else if (left > 0) setTimeout(look, 20, left - 1);
        };
        setTimeout(look, 20, 100);\
        """;

    private final transient Map<Tab, VersionTab> tabs = new LinkedHashMap<>();
    private transient VersionPage page;

    VersionTabs(List<VersionTab> all, VersionPage page) {
        this.page = page;
        setWidthFull();
        addAttachListener(event -> getElement().executeJs(NOTHING_BUT_TABS));
        all.stream()
                .filter(tab -> tab.openTo(page))
                .sorted(Comparator.comparingInt(VersionTab::order))
                .forEach(tab -> tabs.put(add(tab.title(), new Div()), tab));
        addSelectedChangeListener(event -> {
            var chosen = tabs.get(event.getSelectedTab());
            if (event.isFromClient() && chosen != null) {
                this.page.open(chosen.key());
            }
        });
    }

    /** Opens the tab that the address names, or the first, and works it out. The tabs keep the focus. */
    void show(VersionPage asked) {
        page = asked;
        var key = asked.asked(VersionPage.TAB).orElse("");
        tabs.entrySet().stream()
                .filter(entry -> entry.getValue().key().equals(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> tabs.keySet().stream().findFirst())
                .ifPresent(this::show);
    }

    private void show(Tab tab) {
        setSelectedTab(tab);
        tab.getElement().executeJs(TO_BE_SEEN);
        tabs.forEach((each, feature) -> {
            var place = (Div) getComponent(each);
            place.removeAll();
            if (each == tab) {
                place.add(feature.show(page));
            }
        });
    }
}
