package org.overread.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.Role;
import org.overread.registry.testing.Actors;

class DoorsTest {
    @Needs({Permission.READ_AUDIT, Permission.MANAGE_PEOPLE})
    private static final class TwoDoors {}

    private static final class NoDoor {}

    @Test
    @DisplayName("G1: a view is open to whoever holds one of its permissions, and to nobody else")
    void opensByAnyOfItsPermissions() {
        assertThat(Doors.open(TwoDoors.class, person(Role.COMPLIANCE))).isTrue();
        assertThat(Doors.open(TwoDoors.class, person(Role.ADMINISTRATOR))).isTrue();
        assertThat(Doors.open(TwoDoors.class, person(Role.CLINICIAN))).isFalse();
    }

    @Test
    @DisplayName("G1: a view that names no permission is closed")
    void staysClosedWithoutAPermission() {
        assertThat(Doors.open(NoDoor.class, person(Role.ADMINISTRATOR))).isFalse();
    }

    @Test
    @DisplayName("G1: every view names the permission it needs")
    void everyViewNamesItsPermission() {
        var views = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.overread.web")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Route.class));

        assertThat(views).isNotEmpty().allMatch((JavaClass view) -> view.isAnnotatedWith(Needs.class));
    }

    private static Actor.Person person(Role role) {
        return Actors.person("someone", role);
    }
}
