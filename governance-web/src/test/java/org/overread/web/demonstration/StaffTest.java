package org.overread.web.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.web.demonstration.Staff.Member;

class StaffTest {
    private static final Path LAUNCHER = Path.of("..", "overread");

    @Test
    @DisplayName("H6: somebody holds each role, and one of them in one department only")
    void everyRoleIsHeld() {
        assertThat(Staff.members()).extracting(Member::role).contains(Role.values());
        assertThat(Staff.members())
                .contains(new Member(
                        "cara.reviewer", "Cara Jensen", Role.CLINICAL_REVIEWER, new Scope(null, "Cardiology", null)));
    }

    @Test
    @DisplayName("H6: the launcher prints everyone's log-in and role, from the file the product reads")
    void theLauncherPrintsEveryone() throws IOException, InterruptedException {
        var script = Files.readString(LAUNCHER);
        var function = script.substring(script.indexOf("log_ins() {"), script.indexOf("\nannounce()"));
        var printing = new ProcessBuilder("sh", "-c", "ROOT=..\n" + function + "\nlog_ins")
                .redirectErrorStream(true)
                .start();
        var printed = List.of(new String(printing.getInputStream().readAllBytes()).split("\n"));

        assertThat(printing.waitFor()).isZero();
        assertThat(printed).hasSameSizeAs(Staff.members());
        for (int i = 0; i < printed.size(); i++) {
            var member = Staff.members().get(i);
            assertThat(printed.get(i))
                    .contains(member.login(), member.name())
                    .contains(member.role()
                            .name()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', ' '));
        }
        assertThat(script).doesNotContain("root.admin");
    }
}
