package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.migrations.EmbeddedDatabase;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** What a hospital's machines and networks do to the product: it survives, or says clearly what it refuses. */
class FaultsIT {
    private static final String HEADER = "prediction_id,occurred_at,score,subgroup.sex\n";

    @Test
    @DisplayName("F5: a killed upload leaves nothing, and sending it again completes it")
    void survivesAKillInTheMiddleOfAnUpload(@TempDir Path folder) throws Exception {
        var server = RunningServer.start("demo", folder, Map.of());
        var path = "api/v1/models/sepsis-risk/versions/1/predictions";
        var upload = CompletableFuture.supplyAsync(() -> Caller.machine(server)
                .post(path, "text/csv", endlessly(HEADER, "k-%d,2026-01-01T00:00:00Z,0.4,Male\n")));
        Thread.sleep(3_000); // rows are on their way; whenever the cut comes, the batch must be absent or complete
        server.kill();
        assertThat(upload).failsWithin(java.time.Duration.ofSeconds(60));

        var restarted = RunningServer.start("demo", folder, Map.of());
        try {
            var again = Caller.machine(restarted)
                    .post(path, "text/csv", text(rows("k-%d,2026-01-01T00:00:00Z,0.4,Male\n", 1_000)));

            assertThat(again.json().get("stored").intValue()).isEqualTo(1_000);
        } finally {
            restarted.stop();
        }
    }

    @Test
    @DisplayName(
            "F6: while the database is away pages and API say so, and work again when it is back, without a restart")
    void survivesTheDatabaseBeingAway(@TempDir Path folder) throws Exception {
        var data = folder.resolve("data");
        var database = EmbeddedDatabase.kept(data, 0);
        var owner = database.owner();
        int port = Integer.parseInt(owner.url().replaceAll(".*:(\\d+)/.*", "$1"));
        var server = RunningServer.start(
                "start",
                folder,
                Map.of(
                        "OVERREAD_DB_URL",
                        owner.url(),
                        "OVERREAD_DB_USER",
                        owner.user(),
                        "OVERREAD_DB_PASSWORD",
                        owner.password(),
                        "OVERREAD_DB_APP_PASSWORD",
                        "only-for-this-test",
                        "OVERREAD_ADMIN_LOGIN",
                        "root.admin",
                        "OVERREAD_ADMIN_PASSWORD",
                        "correct horse battery"));
        try {
            var admin = Caller.stranger(server);
            assertThat(admin.signIn("root.admin", "correct horse battery").status())
                    .isEqualTo(302);
            assertThat(admin.get("api/v1/models").status()).isEqualTo(200);

            database.close();
            var away = admin.get("api/v1/models");
            database = EmbeddedDatabase.kept(data, port);
            var back = admin.get("api/v1/models");

            assertThat(away.status()).isEqualTo(503);
            assertThat(away.text()).contains("database");
            assertThat(back.status()).isEqualTo(200);
        } finally {
            server.stop();
            database.close();
        }
    }

    @Test
    @DisplayName("F5: a byte-order mark, quotes, CRLF and names beyond ASCII are stored right")
    void readsWhatSpreadsheetsWrite() {
        var body = "\uFEFFprediction_id,occurred_at,score,subgroup.sex,feature.ward\r\n"
                + "\"ü-1\",2026-01-01T00:00:00Z,0.5,Female,\"Süd, \"\"A\"\"\"\r\n"
                + "ü-2,2026-01-01T00:00:00Z,0.5,女,北\r\n";

        var answer = send(text(body), "text/csv");

        assertThat(answer.json().get("stored").intValue()
                        + answer.json().get("duplicates").intValue())
                .as(answer.text())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("F5: one endless line and a gzip bomb are refused clearly")
    void refusesEndlessLinesAndBombs() throws IOException {
        var endless = send(endlessly(HEADER + "p-1,", "x"), "text/csv");
        var bomb = send(new ByteArrayInputStream(bomb()), "text/csv");

        assertThat(endless.status()).isIn(400, 413, 422);
        assertThat(bomb.status()).isIn(413, 422);
        assertThat(bomb.type()).startsWith("application/problem+json");
    }

    @Test
    @DisplayName("F5: 2 GB pass through a heap of half that size, and the good line behind them is stored")
    void readsTwoGigabytesWithoutHoldingThem() {
        var tooLong = "long,2026-01-01T00:00:00Z,0.5,%s\n".formatted("x".repeat(131_000));
        var eight = tooLong.repeat(8).getBytes(StandardCharsets.UTF_8);
        var body = Stream.of(
                        Stream.of("prediction_id,occurred_at,score,text\n".getBytes(StandardCharsets.UTF_8)),
                        Stream.generate(() -> eight).limit(2_048),
                        Stream.of("behind-2-gb,2026-01-01T00:00:00Z,0.5,\n".getBytes(StandardCharsets.UTF_8)))
                .flatMap(parts -> parts);

        var answer = Caller.machine(RunningServer.get())
                .send(
                        "POST",
                        "api/v1/models/sepsis-risk/versions/2/predictions",
                        Map.of("Content-Type", "text/csv"),
                        BodyPublishers.ofByteArrays(body::iterator));

        assertThat(answer.json().get("rejectedCount").longValue())
                .as(answer.text())
                .isEqualTo(8 * 2_048);
        assertThat(answer.json().get("stored").intValue()
                        + answer.json().get("duplicates").intValue())
                .isEqualTo(1);
    }

    private static Caller.Answer send(InputStream body, String type) {
        return Caller.machine(RunningServer.get()).post("api/v1/models/sepsis-risk/versions/2/predictions", type, body);
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(HEADER.getBytes(StandardCharsets.UTF_8));
            var line = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 512; i++) {
                gzip.write(line);
            }
        }
        return bytes.toByteArray();
    }

    private static String rows(String pattern, int count) {
        return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining("", HEADER, ""));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body without an end: whoever reads it must stop by itself. Bounded at 256 MB so that the test ends in any case. */
    private static InputStream endlessly(String begin, String pattern) {
        var numbered = new InputStream() {
            private byte[] part = new byte[0];
            private int next;
            private int at;
            private long sent;

            @Override
            public int read() {
                if (at == part.length) {
                    if (sent > 256L << 20) {
                        return -1;
                    }
                    part = IntStream.range(next, next + 200)
                            .mapToObj(i -> pattern.contains("%d") ? pattern.formatted(i) : pattern)
                            .collect(Collectors.joining())
                            .getBytes(StandardCharsets.UTF_8);
                    next += 200;
                    at = 0;
                    sent += part.length;
                }
                return part[at++] & 0xFF;
            }
        };
        return new SequenceInputStream(java.util.Collections.enumeration(List.of(text(begin), numbered)));
    }
}
