package org.overread.migrations;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * PostgreSQL's data at rest. However a start was cut short, and whichever build made the folder: what comes out of
 * {@link #closed} opens to nobody without the owner's password, before anything listens.
 */
final class DataFolder {
    static final String OWNER = "postgres";

    private static final String ACCESS = """
            # Overread writes this file. Only from this machine, and only with a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;
    private static final int STATE = 7; // the line of postmaster.pid that tells it
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path home;
    private final Programs programs;

    private DataFolder(Path folder, Programs programs) {
        this.folder = folder;
        this.home = OwnerOnly.above(folder);
        this.programs = programs;
    }

    /** The data in this folder, made if there are none, with the owner's password in the file beside it. */
    static DataFolder closed(Path folder, Programs programs, Path passwordFile) throws IOException {
        var data = new DataFolder(folder.toAbsolutePath(), programs);
        var known = OwnerOnly.known(passwordFile) != null;
        var password = OwnerOnly.secret(passwordFile);
        data.endLeftover();
        OwnerOnly.removeDrafts(data.home, data.draftPrefix());
        if (Files.exists(folder) && !(known && data.asksForPasswords()) && !data.close(password)) {
            data.setAside();
        }
        if (!Files.exists(folder)) {
            data.create(passwordFile);
        }
        OwnerOnly.folder(folder);
        return data;
    }

    /** Starts the server, which listens on this machine only; what it says goes to the log. */
    Process start(int port, Map<String, String> settings, Redirect log) throws IOException {
        var command = new ArrayList<>(Account.aside());
        command.addAll(programs.command("postgres", "-D", folder.toString(), "-p", Integer.toString(port)));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return begin(command, log);
    }

    /** Whether the server with this process id has noted that it lets people in. */
    boolean ready(long pid) throws IOException {
        if (!Files.exists(pidFile())) {
            return false;
        }
        var lines = Files.readString(pidFile()).lines().map(String::strip).toList();
        return lines.size() > STATE
                && lines.getFirst().equals(Long.toString(pid))
                && lines.get(STATE).equals("ready");
    }

    /** Ends what works on the folder, and waits for it. */
    void stop() throws IOException {
        var stopped =
                run("pg_ctl", "stop", "-D", folder.toString(), "-m", "fast", "-w", "-t", "" + PATIENCE.toSeconds());
        if (stopped != 0 && leftover().isPresent()) {
            run("pg_ctl", "stop", "-D", folder.toString(), "-m", "immediate", "-w");
        }
    }

    private boolean asksForPasswords() throws IOException {
        var access = folder.resolve("pg_hba.conf");
        return Files.exists(access) && Files.readString(access).equals(ACCESS);
    }

    /** Made aside and put in its place when it is whole: a folder with the name of the data is never half made. */
    private void create(Path passwordFile) throws IOException {
        var draft = Files.createTempDirectory(home, draftPrefix(), OwnerOnly.FOLDER);
        var made = run(
                "initdb",
                "-D",
                draft.toString(),
                "-U",
                OWNER,
                "--pwfile=" + passwordFile,
                "--auth-local=scram-sha-256",
                "--auth-host=scram-sha-256",
                "-E",
                "UTF-8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (made != 0) {
            throw new IOException("PostgreSQL could not make its data folder " + draft);
        }
        OwnerOnly.write(draft.resolve("pg_hba.conf"), ACCESS);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Closes data that this build did not close: sets the password while nothing listens, then the rule that asks for
     * it.
     *
     * @return false when there are no whole data in the folder
     */
    private boolean close(String password) throws IOException {
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            return false;
        }
        OwnerOnly.folder(folder);
        var process = begin(
                programs.command("postgres", "--single", "-D", folder.toString(), "-c", "exit_on_error=on", OWNER),
                Redirect.INHERIT);
        try (var input = process.outputWriter()) {
            input.write("ALTER ROLE " + OWNER + " LOGIN PASSWORD '" + password + "'\n");
        }
        if (result(process) != 0) {
            return false;
        }
        OwnerOnly.write(folder.resolve("pg_hba.conf"), ACCESS);
        return true;
    }

    /** A first start that was cut short left nothing to keep. Data that the application has used are never set aside. */
    private void setAside() throws IOException {
        if (Files.exists(home.resolve("application.secret"))) {
            throw new IOException("The data in " + folder + " cannot be opened; nothing was changed. If they are lost,"
                    + " restore them from a backup, or move " + home + " away to begin anew.");
        }
        var aside = home.resolve(folder.getFileName() + ".unfinished");
        OwnerOnly.remove(aside);
        Files.move(folder, aside);
        System.err.println("The first start was cut short; what it left lies in " + aside + " and may be removed.");
    }

    private String draftPrefix() {
        return folder.getFileName() + ".new";
    }

    /** What outlived a killed process still holds the folder; a number that means another process by now does not. */
    private void endLeftover() throws IOException {
        var leftover = leftover();
        if (leftover.isEmpty()) {
            return;
        }
        if (!CommandLine.of(leftover.get()).contains(folder.toString())) {
            Files.delete(pidFile());
            return;
        }
        System.err.println("A database that was left running on " + folder + " is stopped first.");
        stop();
        await(leftover.get());
    }

    private Optional<ProcessHandle> leftover() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        var first = Files.readString(pidFile()).lines().findFirst().orElse("").strip();
        // a server without clients, as it is used to set the password, notes its number with a minus
        return first.matches("-?\\d{1,9}") ? ProcessHandle.of(Math.abs(Long.parseLong(first))) : Optional.empty();
    }

    private Path pidFile() {
        return folder.resolve("postmaster.pid");
    }

    private static void await(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("The database that was left running (process " + process.pid() + ") does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Runs a program to its end. */
    private int run(String program, String... arguments) throws IOException {
        return result(begin(programs.command(program, arguments), Redirect.INHERIT));
    }

    private static Process begin(List<String> command, Redirect errors) throws IOException {
        var builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(errors);
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private static int result(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
