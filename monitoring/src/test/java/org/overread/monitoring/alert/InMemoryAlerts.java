package org.overread.monitoring.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.ModelVersionId;

/** Alerts kept in memory. */
public final class InMemoryAlerts implements AlertLog {
    private final List<AlertFile> files = new ArrayList<>();

    @Override
    public void lock(ModelVersionId version) {}

    @Override
    public void add(AlertFile alert) {
        files.addFirst(alert);
    }

    @Override
    public void add(UUID alert, AlertEvent event) {
        files.replaceAll(file -> file.id().equals(alert) ? file.with(event) : file);
    }

    @Override
    public Optional<AlertFile> find(UUID alert) {
        return files.stream().filter(file -> file.id().equals(alert)).findFirst();
    }

    @Override
    public List<AlertFile> open(ModelVersionId version) {
        return open().stream().filter(file -> file.version().equals(version)).toList();
    }

    @Override
    public List<AlertFile> resolved(ModelVersionId version, int limit) {
        return resolved(Integer.MAX_VALUE).stream()
                .filter(file -> file.version().equals(version))
                .limit(limit)
                .toList();
    }

    @Override
    public List<AlertFile> open() {
        return files.stream().filter(file -> Alert.of(file).open()).toList();
    }

    @Override
    public List<AlertFile> resolved(int limit) {
        return files.stream()
                .filter(file -> !Alert.of(file).open())
                .limit(limit)
                .toList();
    }
}
