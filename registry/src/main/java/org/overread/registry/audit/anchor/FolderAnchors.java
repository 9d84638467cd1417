package org.overread.registry.audit.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.overread.registry.audit.anchor.wire.AnchorTexts;

/** A folder of anchors, one file each. It is best on a disk that whoever runs the database cannot write. */
@ApplicationScoped
class FolderAnchors implements AnchorPlace {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Inject
    AnchorSettings settings;

    @Override
    public String name() {
        return "the folder of anchors";
    }

    @Override
    public boolean open() {
        return settings.folder().isPresent();
    }

    @Override
    public boolean readable() {
        return true;
    }

    @Override
    public Answer put(SignedAnchor signed) {
        var folder = settings.folder().orElseThrow();
        var anchor = signed.anchor();
        var file = folder.resolve("%012d-%s.json".formatted(anchor.seq(), TIME.format(anchor.at())));
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Files.writeString(draft, AnchorTexts.line(signed) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return new Answer(true, "Written to " + file.getFileName() + ".");
        } catch (IOException e) {
            return new Answer(
                    false, "The folder cannot be written to: " + e.getClass().getSimpleName() + ".");
        }
    }

    @Override
    public List<SignedAnchor> kept() {
        var folder = settings.folder().filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return List.of();
        }
        try (var files = Files.list(folder.get())) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of anchors cannot be read", e);
        }
    }

    /** What is no anchor counts as none: the receipts tell that one is gone. */
    private static Optional<SignedAnchor> read(Path file) {
        try {
            return AnchorTexts.read(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
