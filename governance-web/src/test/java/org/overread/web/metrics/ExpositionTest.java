package org.overread.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;

class ExpositionTest {
    private static final Actor WATCHER = new Actor.Product("test");

    private final Exposition text = new Exposition();

    @Test
    @DisplayName(
            "G4: figures are told in the text format of Prometheus, with what they mean and awkward labels escaped")
    void isReadByAStrictReader() {
        text.counter("overread_beds_total", "Beds.")
                .sample(7, "ward", "the \"old\" one\\\n")
                .sample(1e9, "ward", "b");
        text.gauge("overread_share", "A share.").sample(0.25);

        assertThat(PrometheusText.read(text.toString()))
                .containsExactly(
                        entry("overread_beds_total{ward=\"the \\\"old\\\" one\\\\\\n\"}", 7.0),
                        entry("overread_beds_total{ward=\"b\"}", 1e9),
                        entry("overread_share", 0.25));
    }

    @Test
    void refusesANameTwiceAndACounterThatIsNotNamedAsOne() {
        text.gauge("overread_beds", "Beds.");

        assertThatThrownBy(() -> text.gauge("overread_beds", "Beds.")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> text.counter("overread_wards", "Wards.")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("G4: request times are told by operation, with names where ids would be, in ranges that add up")
    void tellsRequestTimes() {
        var times = new RequestTimes();
        times.add("GET", "/models/{model}", 200, 0.00390625);
        times.add("GET", "/models/{model}", 204, 0.25);
        times.add("GET", "/models/{model}", 404, 99);
        times.tell(WATCHER, text);

        var read = PrometheusText.read(text.toString());
        var good = "{method=\"GET\",route=\"/models/{model}\",status=\"2xx\"";
        assertThat(read)
                .containsEntry("overread_request_seconds_bucket" + good + ",le=\"0.005\"}", 1.0)
                .containsEntry("overread_request_seconds_bucket" + good + ",le=\"0.1\"}", 1.0)
                .containsEntry("overread_request_seconds_bucket" + good + ",le=\"0.25\"}", 2.0)
                .containsEntry("overread_request_seconds_count" + good + "}", 2.0)
                .containsEntry("overread_request_seconds_sum" + good + "}", 0.25390625)
                .containsEntry(
                        "overread_request_seconds_bucket{method=\"GET\",route=\"/models/{model}\",status=\"4xx\",le=\"30\"}",
                        0.0);
    }

    @Test
    void tellsTheProcess() {
        new MachineFigures().tell(WATCHER, text);

        assertThat(PrometheusText.read(text.toString()))
                .containsKeys(
                        "process_cpu_seconds_total", "jvm_memory_used_bytes{area=\"heap\"}", "jvm_threads_current");
    }
}
