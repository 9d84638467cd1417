package org.overread.migrations;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks before the start whether the ports are free, and the data folder has room and is safe; a line for each obstacle. */
public final class Preflight {
    private static final long ROOM_NEEDED = 1L << 30;

    private Preflight() {}

    /** Exits with 1 when something is in the way. Arguments: bind address, port, data folder. */
    public static void main(String[] args) throws IOException {
        var obstacles = obstacles(args[0], Integer.parseInt(args[1]), Path.of(args[2]));
        obstacles.forEach(obstacle -> System.err.println("overread: " + obstacle));
        System.exit(obstacles.isEmpty() ? 0 : 1);
    }

    static List<String> obstacles(String bind, int port, Path folder) throws IOException {
        var found = new ArrayList<String>();
        if (port < 1 || port > 65_534) {
            return List.of("the port must lie between 1 and 65534, was " + port);
        }
        if (!free(bind, port)) {
            found.add("port " + port + " is in use; choose another with --port");
        }
        if (!free("127.0.0.1", port + 1)) {
            found.add("port " + (port + 1) + " (health checks) is in use; choose another with --port");
        }
        if (!Files.isWritable(folder)) {
            found.add("the data folder " + folder + " cannot be written to");
            return found;
        }
        OwnerOnly.obstacle(folder).ifPresent(found::add);
        if (Files.getFileStore(folder).getUsableSpace() < ROOM_NEEDED) {
            found.add("less than 1 GB is free in " + folder + "; make room, or choose another folder with --data-dir");
        }
        return found;
    }

    private static boolean free(String bind, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
