package org.overread.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Scope NORTH = new Scope(null, null, "north");
    private static final Place SEPSIS = Place.ofModel("sepsis", "emergency");

    @Test
    @DisplayName("G1: a limit reaches what names the same value, and not what belongs to all of them together")
    void coversOnlyWhatNamesTheSame() {
        assertThat(NORTH.covers(SEPSIS.at("north"))).isTrue();
        assertThat(NORTH.covers(SEPSIS.at("south"))).isFalse();
        assertThat(NORTH.covers(SEPSIS)).isFalse();
        assertThat(NORTH.covers(Place.EVERYWHERE)).isFalse();
        assertThat(new Scope("sepsis", null, null).covers(SEPSIS)).isTrue();
        assertThat(new Scope(null, "emergency", null).covers(SEPSIS)).isTrue();
        assertThat(new Scope(null, "emergency", null).covers(Place.EVERYWHERE)).isFalse();
        assertThat(Scope.EVERYWHERE.covers(Place.EVERYWHERE)).isTrue();
        assertThat(Scope.EVERYWHERE.covers(Place.UNKNOWN)).isTrue();
    }

    @Test
    @DisplayName("G1: a limit meets what holds something of it, for lists that are then cut")
    void meetsWhatHoldsSomethingOfIt() {
        assertThat(NORTH.meets(SEPSIS)).isTrue();
        assertThat(NORTH.meets(Place.EVERYWHERE)).isTrue();
        assertThat(NORTH.meets(SEPSIS.at("south"))).isFalse();
        assertThat(new Scope("stroke", null, null).meets(SEPSIS)).isFalse();
        assertThat(NORTH.meets(Place.UNKNOWN)).isFalse();
    }
}
