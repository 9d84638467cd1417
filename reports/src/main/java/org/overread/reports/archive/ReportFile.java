package org.overread.reports.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.overread.registry.Digest;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/** A report between the archive and whoever makes or takes it: a temporary file, and the digest of its bytes. */
public record ReportFile(Path path, long size, Digest sha256) implements AutoCloseable {

    /** Whatever writes a report. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * The file that this writing makes.
     *
     * @throws GovernanceException with {@link ErrorCode#OUTSIDE} when the disk does not take it
     */
    public static ReportFile of(Writing writing) {
        try {
            var path = Files.createTempFile("overread-report-", ".tmp");
            try {
                return written(path, writing);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static ReportFile written(Path path, Writing writing) throws IOException {
        var digest = sha256Digest();
        try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            writing.to(out);
        }
        return new ReportFile(path, Files.size(path), new Digest(HexFormat.of().formatHex(digest.digest())));
    }

    /** Its bytes. */
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    /** Its bytes; the file goes when they are closed. */
    public InputStream openOnce() {
        try {
            return Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    static GovernanceException broken(IOException e) {
        var broken = new GovernanceException(
                ErrorCode.OUTSIDE, "The report could not be written to this machine's disk; nothing was kept.");
        broken.initCause(e);
        return broken;
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
