package org.overread.web.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A file that leaves the product by a link on a page. Each time it does is on record. */
public final class Download {
    private Download() {}

    /**
     * A link that hands out the file.
     *
     * @param words what the link says
     * @param what what it is, for the audit trail: nobody may have typed it
     * @param fileName what it is called on the person's disk
     */
    public static Anchor link(String words, String what, String fileName, String mediaType, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    var page = event.getUI().getInternals().getActiveViewLocation();
                    CDI.current().select(Downloads.class).get().taken(page.getPath(), what, bytes);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes), fileName, mediaType + "; charset=utf-8", bytes.length);
                }),
                words);
        link.addClassName("download");
        return link;
    }
}
