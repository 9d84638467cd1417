package org.overread.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestMeterTest {
    @Path("/wards/{ward}")
    private static final class Wards {
        @Path("beds/{bed: \\d+}")
        void bed() {}

        void all() {}
    }

    @Test
    @DisplayName("G4: a request is measured under the path of the contract, never under an id")
    void namesTheRoute() throws NoSuchMethodException {
        assertThat(RequestMeter.route(Wards.class, Wards.class.getDeclaredMethod("bed")))
                .isEqualTo("/wards/{ward}/beds/{bed}");
        assertThat(RequestMeter.route(Wards.class, Wards.class.getDeclaredMethod("all")))
                .isEqualTo("/wards/{ward}");
    }
}
