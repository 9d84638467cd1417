package org.overread.web.catalog;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.catalog.RegisteredModel;

/**
 * The page of one version as its tabs see it: which version, who is looking, and what the address asks for.
 *
 * @param query the parameters behind the question mark of the address, each with its first value
 */
public record VersionPage(RegisteredModel model, ModelVersion version, Actor actor, Map<String, String> query) {
    /** The parameter that names the tab. */
    public static final String TAB = "tab";

    public VersionPage {
        query = Map.copyOf(query);
    }

    public ModelVersionId id() {
        return version.id();
    }

    public Place place() {
        return model.place();
    }

    /** Whether whoever is looking may do that to all of this version, at every site. */
    public boolean may(Permission permission) {
        return actor.may(permission, place());
    }

    /** Whether whoever is looking may do that to some of this version, as at one site. */
    public boolean mayWithin(Permission permission) {
        return actor.mayWithin(permission, place());
    }

    /** What the address says under that name; empty when it says nothing. */
    public Optional<String> asked(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /** Puts a choice made on a tab into the address and shows the tab anew, so that a link shows the same thing. */
    public void choose(String name, String value) {
        var changed = new LinkedHashMap<>(query);
        changed.put(name, value);
        UI.getCurrent().navigate(address(id()), QueryParameters.simple(changed));
    }

    /**
     * Puts the choices of the open tab into the address in place of all others, and leaves the tab as it is: for tabs
     * that answer a choice by themselves, so that the focus stays where it is.
     */
    public void note(Map<String, String> choices) {
        var changed = new LinkedHashMap<>(choices);
        asked(TAB).ifPresent(tab -> changed.put(TAB, tab));
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(address(id()), QueryParameters.simple(changed)));
    }

    /** Goes to a tab as it is without any choice made on it. */
    void open(String tab) {
        UI.getCurrent().navigate(address(id()), QueryParameters.of(TAB, tab));
    }

    /** Where the page of a version is. */
    public static String address(ModelVersionId id) {
        return "models/%s/versions/%d".formatted(id.model(), id.version());
    }
}
