package org.overread.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ModelVersionId;

class FileNameTest {
    private static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

    @Test
    @DisplayName("C7: a file of figures names version, figures, site and days, and by that name it is on record")
    void namesWhatItHolds() {
        assertThat(FileName.of(SEPSIS_2, "performance", "north", JANUARY, MARCH))
                .isEqualTo("sepsis-2-performance-north-2026-01-01-to-2026-03-31");
        assertThat(FileName.of(SEPSIS_2, "drift", null, null, MARCH))
                .isEqualTo("sepsis-2-drift-all-sites-until-2026-03-31");
        assertThat(FileName.of(SEPSIS_2, "drift", null, JANUARY, null))
                .isEqualTo("sepsis-2-drift-all-sites-since-2026-01-01");
        assertThat(FileName.of(SEPSIS_2, "overrides", null, null, null))
                .isEqualTo("sepsis-2-overrides-all-sites-all-days");
    }

    @Test
    @DisplayName("C7: what somebody typed into the address as a site does not come into the name")
    void holdsNothingTyped() {
        assertThat(FileName.of(SEPSIS_2, "drift", "Anna Müller, born 4 May 1961", null, null))
                .isEqualTo("sepsis-2-drift-one-site-all-days");
    }
}
