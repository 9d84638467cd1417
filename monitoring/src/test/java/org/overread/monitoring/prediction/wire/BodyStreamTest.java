package org.overread.monitoring.prediction.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

class BodyStreamTest {
    @Test
    void passesPlainBytesOn() throws IOException {
        assertThat(open("a,b\n".getBytes()).readAllBytes()).isEqualTo("a,b\n".getBytes());
        assertThat(open(new byte[0]).readAllBytes()).isEmpty();
        assertThat(open("a".getBytes()).read()).isEqualTo('a');
    }

    @Test
    void knowsGzipByItsFirstBytesAndTakesConcatenatedParts() throws IOException {
        var both = new ByteArrayOutputStream();
        both.write(gzip("a,b\n".getBytes()));
        both.write(gzip("c,d\n".getBytes()));

        assertThat(open(both.toByteArray()).readAllBytes()).isEqualTo("a,b\nc,d\n".getBytes());
    }

    @Test
    void countsWhatCameOverTheWire() throws IOException {
        var noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        var compressed = gzip(noise);

        var body = open(compressed);
        body.transferTo(OutputStream.nullOutputStream());

        assertThat(body.received()).isEqualTo(compressed.length);
    }

    @Test
    void refusesMoreThanTheLimit() {
        assertThatThrownBy(() -> BodyStream.of(new ByteArrayInputStream(new byte[101]), new BodyLimits(100, 200))
                        .readAllBytes())
                .isInstanceOfSatisfying(
                        GovernanceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE))
                .hasMessageContaining("larger than the 100 bytes");
    }

    @Test
    void refusesAGzipBombLongBeforeItIsThrough() throws IOException {
        var bomb = gzip(new byte[200 << 20]);
        var body = open(bomb);
        var through = new long[1];

        assertThatThrownBy(() -> {
                    var buffer = new byte[8192];
                    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                        through[0] += read;
                    }
                })
                .isInstanceOfSatisfying(
                        GovernanceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE))
                .hasMessageContaining("grows more than 200-fold");
        assertThat(through[0]).isLessThan(32L << 20);
    }

    @Test
    void tellsADamagedGzipFromABrokenConnection() throws IOException {
        var whole = gzip(new byte[100_000]);
        var broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at++ > 10) {
                    throw new EOFException("connection lost");
                }
                return 'x';
            }
        };

        assertThatThrownBy(() -> open(Arrays.copyOf(whole, whole.length - 20)).readAllBytes())
                .isInstanceOfSatisfying(
                        GovernanceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE));
        assertThatThrownBy(() -> open(Arrays.copyOf(whole, 5)).readAllBytes()).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> BodyStream.of(broken, BodyLimits.DEFAULT).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessage("connection lost");
    }

    @Test
    void takesItsLimitFromTheInstallation() {
        assertThat(BodyLimits.of(Map.of())).isEqualTo(new BodyLimits(4L << 30, 200));
        assertThat(BodyLimits.of(Map.of("OVERREAD_MAX_BODY_BYTES", "1000")).bytes())
                .isEqualTo(1000);
        assertThatThrownBy(() -> new BodyLimits(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BodyStream open(byte[] bytes) throws IOException {
        return BodyStream.of(new ByteArrayInputStream(bytes), BodyLimits.DEFAULT);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
