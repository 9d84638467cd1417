package org.overread.registry.audit.store;

import java.util.concurrent.Executors;
import org.overread.migrations.DatabaseAccess;
import org.overread.registry.Role;
import org.overread.registry.audit.Deed;
import org.overread.registry.testing.Actors;

/** Records deeds by many and seals them, until it is killed. Says which ones are committed. */
final class WritersToKill {
    private static final int WRITERS = 8;

    private WritersToKill() {}

    /** @param args url, user and password of the database */
    public static void main(String[] args) throws Exception {
        var unit = new TrailUnit(new DatabaseAccess(args[0], args[1], args[2]), WRITERS + 1);
        var threads = Executors.newCachedThreadPool();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            threads.submit(() -> {
                for (int n = 0; true; n++) {
                    write(unit, writer + "-" + n);
                }
            });
        }
        threads.submit(() -> {
            while (true) {
                unit.sealer().sealAll();
            }
        });
    }

    private static void write(TrailUnit unit, String subject) {
        var deed = Deed.of("tried", "subject", subject, null, "tried");
        unit.commit(entities -> TrailUnit.trail(entities).append(Actors.person("ada", Role.CHAIR), deed));
        System.out.println(subject);
    }
}
