package org.overread.web.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The product as a user starts it, with the demonstration hospital, on a free port and a data folder of its own. It is
 * started once for the whole suite and stopped when the tests' process ends. Whoever writes tests can keep one running
 * and name its data folder in the property {@code overread.server}: then that one is used and left running.
 */
public final class RunningServer {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final @Nullable String RUNNING = System.getProperty("overread.server");

    private final URI address;
    private final Path folder;

    private RunningServer(URI address, Path folder) {
        this.address = address;
        this.folder = folder;
    }

    private static final class Holder {
        static final RunningServer SERVER = RUNNING == null ? start() : running(Path.of(RUNNING));
    }

    public static RunningServer get() {
        return Holder.SERVER;
    }

    public URI address() {
        return address;
    }

    public String url(String path) {
        return address.resolve(path).toString();
    }

    /** The password that all people of the demonstration share; made up at the first start. */
    public String password() {
        return read("demo.secret");
    }

    /** The token of the demonstration's model server. */
    public String token() {
        return read("demo.token");
    }

    private String read(String file) {
        return read(folder, file);
    }

    private static String read(Path folder, String file) {
        try {
            return Files.readString(folder.resolve(file)).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A demonstration of a test's own, since the test changes it; the one that is kept running where there is one. */
    public static RunningServer ofItsOwn(Path folder) {
        return RUNNING == null
                ? start("demo", folder, Map.of("OVERREAD_WEBHOOK_PLAIN_HTTP", "true"))
                : running(Path.of(RUNNING));
    }

    private static RunningServer running(Path folder) {
        return new RunningServer(URI.create(read(folder, "address")), folder);
    }

    private static RunningServer start() {
        try {
            var server = start(
                    "demo",
                    Files.createTempDirectory(
                            Files.createDirectories(Path.of("target")).toAbsolutePath(), "server-"),
                    Map.of("OVERREAD_WEBHOOK_PLAIN_HTTP", "true"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server of a test's own on this folder, as a user would; the test stops it. */
    public static RunningServer start(String command, Path folder, Map<String, String> environment) {
        try {
            int port = twoFreePorts();
            var output = folder.resolve("start.log");
            var builder = new ProcessBuilder(
                            ROOT.resolve("overread").toString(),
                            command,
                            "--detach",
                            "--port",
                            Integer.toString(port),
                            "--data-dir",
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            // the launcher gives up by itself, once nothing moves any more
            if (!process.waitFor(20, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("The server did not start:\n" + Files.readString(output));
            }
            return new RunningServer(URI.create("http://localhost:" + port + "/"), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many bytes the server's heap holds once what nobody needs is gone. */
    public long heapInUse() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var pid = Long.toString(processes().findFirst().orElseThrow().pid());
        var histogram = new ProcessBuilder(jcmd, pid, "GC.class_histogram").start();
        var total = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        histogram.waitFor();
        return Long.parseLong(total.trim().split(" +")[2]);
    }

    /** Ends the server as a power cut would, and waits until its launcher has noticed. */
    public void kill() throws InterruptedException {
        processes().forEach(ProcessHandle::destroyForcibly);
        for (int i = 0; i < 600 && Files.exists(folder.resolve("launcher.pid")); i++) {
            Thread.sleep(100);
        }
    }

    private Stream<ProcessHandle> processes() {
        var base = "-Djboss.server.base.dir=" + folder.resolve("server");
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(base) && line.contains("java"))
                        .isPresent());
    }

    public void stop() {
        if (RUNNING == null || !folder.equals(Path.of(RUNNING))) {
            stop(folder);
        }
    }

    private static void stop(Path folder) {
        try {
            new ProcessBuilder(ROOT.resolve("overread").toString(), "stop", "--data-dir", folder.toString())
                    .start()
                    .waitFor(1, TimeUnit.MINUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int twoFreePorts() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (var first = new ServerSocket(0);
                    var second = new ServerSocket(first.getLocalPort() + 1)) {
                return second.getLocalPort() - 1;
            } catch (IOException | IllegalArgumentException taken) {
                continue;
            }
        }
        throw new IOException("no two neighbouring ports are free");
    }
}
