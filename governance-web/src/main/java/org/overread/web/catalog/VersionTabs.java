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

    private final transient Map<Tab, VersionTab> tabs = new LinkedHashMap<>();

    VersionTabs(List<VersionTab> all, VersionPage page) {
        setWidthFull();
        all.stream()
                .filter(tab -> tab.openTo(page))
                .sorted(Comparator.comparingInt(VersionTab::order))
                .forEach(tab -> tabs.put(add(tab.title(), new Div()), tab));
        var asked = page.asked(VersionPage.TAB).orElse("");
        tabs.entrySet().stream()
                .filter(entry -> entry.getValue().key().equals(asked))
                .findFirst()
                .ifPresent(entry -> setSelectedTab(entry.getKey()));
        var chosen = tabs.get(getSelectedTab());
        if (chosen != null) {
            ((Div) getComponent(getSelectedTab())).add(chosen.show(page));
        }
        addSelectedChangeListener(event -> {
            var next = tabs.get(event.getSelectedTab());
            if (event.isFromClient() && next != null) {
                new VersionPage(page.model(), page.version(), page.actor(), Map.of())
                        .choose(VersionPage.TAB, next.key());
            }
        });
    }
}
